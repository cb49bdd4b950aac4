// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

/** Makes endless microseconds of a 32-bit RTP timestamp that wraps around. Used by one thread at a time. */
public final class RtpTimeline {

    private static final long MICROS = 1_000_000;

    private final int clockRate;
    private boolean started;
    private long ticks;
    private int last;

    public RtpTimeline(int clockRate) {
        this.clockRate = clockRate;
    }

    /** Ticks since the first timestamp seen; a step of less than half the range may go back as well as forward. */
    public long ticks(int timestamp) {
        if (!started) {
            started = true;
            last = timestamp;
        }
        ticks += timestamp - last;
        last = timestamp;
        return ticks;
    }

    public long micros(int timestamp) {
        return toMicros(ticks(timestamp), clockRate);
    }

    /** Like {@link #micros}, for a timestamp that is not part of the stream, such as that of a report. */
    public long peekMicros(int timestamp) {
        if (!started) {
            return micros(timestamp);
        }
        return toMicros(ticks + (timestamp - last), clockRate);
    }

    public static long toMicros(long ticks, int clockRate) {
        return Math.floorDiv(ticks * MICROS, clockRate);
    }

    /** The timestamp for a wall-clock or any other time: the same for every stream of a clock rate. */
    public static int fromMicros(long micros, int clockRate) {
        long seconds = Math.floorDiv(micros, MICROS);
        return (int) (seconds * clockRate + Math.floorMod(micros, MICROS) * clockRate / MICROS);
    }
}
