// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The JavaScript that reads a clock strip in a browser: defines {@code decodeClockStrip(imageData)}. */
public final class ClockStripScript {

    private ClockStripScript() {}

    public static String source() {
        try (var input = ClockStripScript.class.getResourceAsStream("clock-strip.js")) {
            if (input == null) {
                throw new IllegalStateException("clock-strip.js is missing from the simulators");
            }
            return new String(input.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
