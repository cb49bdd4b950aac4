// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a simulated camera can be told to do. All but {@link #DROP} last until {@link #NORMAL}. */
public enum Command {
    /** Behave again. */
    NORMAL,
    /** Keep the connections and send nothing. */
    SILENT,
    /** Close every connection and accept new ones. */
    DROP,
    /** Close every connection and refuse new ones. */
    REFUSE,
    /** Close every connection and reject even the right password. */
    WRONG_PASSWORD,
    /** Show the same picture, clock strip and all, with advancing timestamps. */
    FREEZE,
    /** Show black without a clock strip. */
    BLACK,
    /** Encode at three quarters of the size, in the middle of a session. */
    RESOLUTION,
    /** Answer each request late. */
    SLOW_OPEN,
    /** Repeat RTP timestamps, and jump ahead now and then. */
    BAD_TIMESTAMPS;

    /** The name used over HTTP: lower case with hyphens. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Command> parse(String text) {
        return Arrays.stream(values())
                .filter(command -> command.wire().equalsIgnoreCase(text))
                .findFirst();
    }
}
