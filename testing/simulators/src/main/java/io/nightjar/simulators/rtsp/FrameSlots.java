// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import java.time.Duration;

/** Divides time into the slots of a frame rate, so that timestamps are exact whenever the thread really runs. */
final class FrameSlots {

    static final int CLOCK_RATE = 90_000;
    private static final long NANOS = 1_000_000_000L;

    private final int fps;
    private long startNanos;
    private long last = -1;

    FrameSlots(int fps) {
        this.fps = fps;
    }

    Duration period() {
        return Duration.ofNanos(NANOS / fps);
    }

    /** Time begins now; slots go on where they were. */
    void restart(long nanoTime) {
        startNanos = nanoTime - Math.multiplyExact(last + 1, NANOS) / fps;
    }

    /** True once for each slot; a slot that was slept through is never made up for. */
    boolean enter(long nanoTime) {
        var slot = ((nanoTime - startNanos) * fps + NANOS / 2) / NANOS;
        if (slot <= last) {
            return false;
        }
        last = slot;
        return true;
    }

    long ticks() {
        return last * CLOCK_RATE / fps;
    }

    long micros() {
        return last * 1_000_000 / fps;
    }
}
