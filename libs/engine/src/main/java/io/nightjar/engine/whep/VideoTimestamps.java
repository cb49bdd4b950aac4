// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

/**
 * RTP timestamps of one session's video: wall clock at 90 kHz, whatever happens to the source, so that a player reads the
 * age of each picture from them. They only ever grow.
 */
final class VideoTimestamps {

    private long last = Long.MIN_VALUE;

    static long ticks(long micros) {
        return Math.floorDiv(micros * 9, 100);
    }

    int next(long ptsMicros) {
        last = Math.max(ticks(ptsMicros), last + 1);
        return (int) last;
    }

    /**
     * The first timestamp of {@code count} pictures that a decoder needs but nobody should watch: they follow each other
     * by one tick and end, if there is room, at the newest one's own time, so that play-out begins at the live edge.
     */
    int burst(int count, long newestPtsMicros) {
        long first = Math.max(ticks(newestPtsMicros) - (count - 1), last + 1);
        last = first + count - 1;
        return (int) first;
    }
}
