// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

/** Turns clock ticks into microseconds and back without overflow, also for wall-clock times. */
final class Ticks {

    private static final long MICROS = 1_000_000;

    private Ticks() {}

    static long toMicros(long ticks, int numerator, int denominator) {
        long perSecond = MICROS * numerator;
        return Math.floorDiv(ticks, denominator) * perSecond
                + Math.floorMod(ticks, (long) denominator) * perSecond / denominator;
    }

    /** Rounds to the nearest tick. */
    static long fromMicros(long micros, int numerator, int denominator) {
        long unit = MICROS * numerator;
        return Math.floorDiv(micros, unit) * denominator
                + (Math.floorMod(micros, unit) * denominator + unit / 2) / unit;
    }
}
