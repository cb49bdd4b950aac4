// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

/**
 * Takes the jitter of arrival out of times, without ever leaving the wall clock for long: parts then have the lengths they
 * promise, and pictures are shown evenly.
 */
final class SteadyTimes {

    private static final long LEAST_BREAK = 200_000;
    private static final int INTERVAL_WEIGHT = 32;

    private final int errorWeight;
    private double interval;
    private long lastIn = Long.MIN_VALUE;
    private long lastOut;

    /**
     * Starts with a guess of the interval.
     *
     * @param errorWeight how gently an error is worked in: by a part of this of it each time
     */
    SteadyTimes(long interval, int errorWeight) {
        this.interval = interval;
        this.errorWeight = errorWeight;
    }

    /** The steady time for the next in a rising row. */
    long next(long time) {
        if (lastIn == Long.MIN_VALUE) {
            lastOut = time;
        } else {
            long gap = time - lastIn;
            if (gap > interval / 2 && gap < interval * 2) {
                interval += (gap - interval) / INTERVAL_WEIGHT;
            }
            lastOut = Math.max(lastOut + 1000, following(time));
        }
        lastIn = time;
        return lastOut;
    }

    private long following(long time) {
        double expected = lastOut + interval;
        double error = time - expected;
        boolean broken = Math.abs(error) > Math.max(LEAST_BREAK, 3 * interval);
        return broken ? time : Math.round(expected + error / errorWeight);
    }

    /** The usual time from one to the next. */
    long interval() {
        return Math.max(1000, Math.round(interval));
    }
}
