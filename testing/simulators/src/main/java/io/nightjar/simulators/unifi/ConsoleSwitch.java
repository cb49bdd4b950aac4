// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.unifi;

/** What a UniFi Protect console may be set to, or up to. */
public enum ConsoleSwitch {
    /** Sign-in answers 499: the account wants a second factor. */
    SECOND_FACTOR,
    /** Everything answers 429. */
    THROTTLED,
    /** The account is let in, and has no role by which it could see or move cameras: each answers 403. */
    NO_ROLE,
    /** Every session ends at once: sign-in works, the next request answers 401. */
    SESSIONS_EXPIRE,
    /** Addresses of streams name a host that cannot be reached, as behind several networks. */
    WRONG_HOST,
    /** The first camera is disconnected. */
    CAMERA_OFFLINE,
    /** The clear RTSP port is closed, as on newer consoles. */
    RTSP_OFF
}
