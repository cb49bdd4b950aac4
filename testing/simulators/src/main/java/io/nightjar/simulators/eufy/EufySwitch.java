// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.eufy;

/** What a Eufy camera may be up to. */
public enum EufySwitch {
    /** Its battery is empty or its Wi-Fi gone: nothing answers, for as long as this is on. */
    ABSENT,
    /** UDP is turned down as the standard has it, rather than by failing to sign in. */
    UDP_UNSUPPORTED
}
