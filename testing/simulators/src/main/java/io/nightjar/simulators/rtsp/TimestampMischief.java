// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

/** Spoils timestamps as some cameras do: one in twenty is repeated, and every six seconds or so there is a jump. */
final class TimestampMischief {

    private static final int REPEAT_EVERY = 20;
    private static final int JUMP_EVERY = 90;
    private static final long JUMP = 10L * FrameSlots.CLOCK_RATE;

    private int count;
    private long offset;
    private long last;

    long spoil(long ticks) {
        count++;
        if (count % JUMP_EVERY == 0) {
            offset += JUMP;
        }
        if (count % REPEAT_EVERY != 0) {
            last = ticks + offset;
        }
        return last;
    }
}
