// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.reolink;

/** What a Reolink camera may be set to, or up to. */
public enum ReolinkSwitch {
    /** RTSP knows only {@code h264Preview_01_main} and the like, as on old firmware. */
    LEGACY_PATHS_ONLY,
    /** RTSP knows only {@code Preview_01_main} and the like. */
    CURRENT_PATHS_ONLY,
    /** RTSP is switched off, as on recent firmware that nobody has configured. */
    RTSP_OFF,
    /** RTMP, and with it HTTP-FLV, is switched off. */
    RTMP_OFF,
    HTTP_OFF,
    /** HTTP answers 300: HTTPS is forced. */
    HTTPS_ONLY,
    /** Login answers -5: all sessions are taken. */
    SESSIONS_FULL,
    /** Login answers -506: too many wrong passwords. */
    LOGIN_LOCKED,
    /** GetAiState answers plain numbers, as firmware before 3.0.0-494 does. */
    OLD_AI_FORMAT,
    /** Logout answers text that is no JSON. */
    LOGOUT_GARBAGE,
    /** Several commands in one request are answered by one error. */
    BATCHES_FAIL,
    /** The head refuses to be told how fast, as an E1 does. */
    NO_PTZ_SPEED,
    /** It does not say which kind of head it has. */
    PTZ_KIND_UNTOLD,
    /** It keeps no place to return to. */
    NO_PTZ_GUARD,
    /** Its place to return to was never set. */
    PTZ_GUARD_UNSET,
    /** It does not say where it looks. */
    NO_PTZ_POSITION,
    /** HTTP answers 502, as while the web server restarts. */
    RESTARTING
}
