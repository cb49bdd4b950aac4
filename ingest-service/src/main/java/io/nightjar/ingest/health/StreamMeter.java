// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.health;

import io.nightjar.ingest.publish.SteadyClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Measures pictures as they pass. Fed by one thread; what it found may be read by any. */
public final class StreamMeter {

    private static final long WINDOW_MICROS = 5_000_000;

    private final Deque<Sample> window = new ArrayDeque<>();
    private long windowBytes;
    private long lastKeyMicros;
    private long keyIntervalMicros;
    private long lastPts = Long.MIN_VALUE;
    private volatile boolean bFrames;
    private volatile @Nullable Reading newest;

    private record Sample(long micros, int bytes) {}

    /** Numbers of one moment: what they mean is worked out when somebody asks, not for each picture. */
    private record Reading(
            long arrival, long span, int steps, long bytes, long keyInterval, long breaks, boolean bFrames) {

        Facts facts() {
            boolean measurable = steps > 0 && span > 0;
            return new Facts(
                    SteadyClock.instant(arrival),
                    measurable ? Math.round(steps * 100_000_000.0 / span) / 100.0 : 0,
                    measurable ? bytes * 8_000_000 / span : 0,
                    measurable ? Duration.ofNanos(span * 1000 / steps) : Duration.ZERO,
                    keyInterval / 1000,
                    breaks,
                    bFrames);
        }
    }

    /** @param bFrames the format already tells that pictures are reordered */
    public StreamMeter(boolean bFrames) {
        this.bFrames = bFrames;
    }

    public Facts facts() {
        var reading = newest;
        return reading == null ? Facts.NONE : reading.facts();
    }

    /** Pictures are reordered. */
    public boolean bFrames() {
        return bFrames;
    }

    public void picture(long arrivalMicros, long ptsMicros, int bytes, boolean key, long timestampBreaks) {
        window.add(new Sample(arrivalMicros, bytes));
        windowBytes += bytes;
        while (window.size() > 2 && arrivalMicros - window.getFirst().micros() > WINDOW_MICROS) {
            windowBytes -= window.removeFirst().bytes();
        }
        if (key) {
            keyIntervalMicros = lastKeyMicros == 0 ? 0 : arrivalMicros - lastKeyMicros;
            lastKeyMicros = arrivalMicros;
        } else if (ptsMicros < lastPts) {
            bFrames = true;
        }
        lastPts = ptsMicros;
        var oldest = window.getFirst();
        newest = new Reading(
                arrivalMicros,
                arrivalMicros - oldest.micros(),
                window.size() - 1,
                windowBytes - oldest.bytes(),
                keyIntervalMicros,
                timestampBreaks,
                bFrames);
    }
}
