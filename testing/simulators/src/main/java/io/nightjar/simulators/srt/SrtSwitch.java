// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.srt;

/** What an SRT camera may get wrong. */
public enum SrtSwitch {
    /** Its port is open, and whoever calls is left without an answer. */
    DEAF
}
