// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.health;

import io.nightjar.ingest.publish.SteadyClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Measures pictures as they pass. Fed by one thread; what it found may be read by any. */
public final class StreamMeter {

    private static final long WINDOW_MICROS = 5_000_000;

    private final Deque<Sample> window = new ArrayDeque<>();
    private long windowBytes;
    private long lastKeyMicros;
    private long keyIntervalMicros;
    private long lastPts = Long.MIN_VALUE;
    private boolean bFrames;
    private volatile Facts facts = Facts.NONE;

    private record Sample(long micros, int bytes) {}

    /** @param bFrames the format already tells that pictures are reordered */
    public StreamMeter(boolean bFrames) {
        this.bFrames = bFrames;
    }

    public Facts facts() {
        return facts;
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
        facts = summary(arrivalMicros, timestampBreaks);
    }

    private Facts summary(long arrival, long breaks) {
        long span = arrival - window.getFirst().micros();
        int steps = window.size() - 1;
        boolean measurable = steps > 0 && span > 0;
        return new Facts(
                SteadyClock.instant(arrival),
                measurable ? Math.round(steps * 100_000_000.0 / span) / 100.0 : 0,
                measurable ? (windowBytes - window.getFirst().bytes()) * 8_000_000 / span : 0,
                measurable ? Duration.ofNanos(span * 1000 / steps) : Duration.ZERO,
                keyIntervalMicros / 1000,
                breaks,
                bFrames);
    }
}
