// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

/**
 * Maps one track's camera timestamps to the time of arrival. The camera's clock gives the even distance between frames,
 * arrival gives the time of day: the mapping follows arrival slowly, the least delayed frames most, and jumps only where
 * the camera's clock does.
 */
public final class ArrivalClock {

    private static final long BREAK_MICROS = 1_000_000;
    /** Cameras send a stored group of pictures at once when a session begins: the mapping settles on the last of it. */
    private static final long SETTLING_MICROS = 2_000_000;

    private static final long STUCK_MICROS = 1_000;
    private static final long ONE_FRAME_MICROS = 10_000;
    private static final int LATE_SLEW = 1_000;
    private static final int EARLY_SLEW = 20;

    private boolean begun;
    private boolean breaking;
    private long firstArrival;
    private long lastArrival;
    private long lastTime;
    private long lastMapped;
    private long lateSince;
    private long offset;
    private long breaks;

    /** When the frame of this camera time happened, in microseconds since 1970; rises with every call. */
    public long map(long cameraMicros, long arrivalMicros) {
        if (!begun) {
            begun = true;
            firstArrival = arrivalMicros;
            lastMapped = arrivalMicros - 1;
            offset = arrivalMicros - cameraMicros;
        } else {
            follow(cameraMicros, arrivalMicros);
        }
        lastTime = cameraMicros;
        lastArrival = arrivalMicros;
        lastMapped = Math.max(lastMapped + 1, cameraMicros + offset);
        return lastMapped;
    }

    /** Jumps of the camera's clock so far. */
    public long breaks() {
        return breaks;
    }

    private void follow(long time, long arrival) {
        long step = time - lastTime;
        long passed = arrival - lastArrival;
        long error = arrival - (time + offset);
        if (broken(step, passed, error, arrival)) {
            breaks += breaking ? 0 : 1;
            breaking = true;
            lateSince = 0;
            offset = arrival - time;
            return;
        }
        breaking = false;
        if (error < 0 && arrival - firstArrival < SETTLING_MICROS) {
            offset += error;
        } else if (error < 0) {
            offset += Math.max(error, -passed / EARLY_SLEW);
        } else {
            offset += Math.min(error, passed / LATE_SLEW);
        }
    }

    /** The camera's clock went ahead of arrival, stands still, or stays behind for longer than a burst takes. */
    private boolean broken(long step, long passed, long error, long arrival) {
        if (error < -BREAK_MICROS || (step < STUCK_MICROS && passed > ONE_FRAME_MICROS)) {
            return true;
        }
        if (error <= BREAK_MICROS) {
            lateSince = 0;
            return false;
        }
        lateSince = lateSince == 0 ? arrival : lateSince;
        return arrival - lateSince > BREAK_MICROS;
    }
}
