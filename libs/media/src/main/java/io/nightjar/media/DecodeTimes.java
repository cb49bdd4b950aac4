// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

/**
 * Gives pictures, which arrive in decode order with only a presentation time, a decode time that rises strictly and is
 * not after the presentation time. Learns how deep pictures are reordered when the parameter sets do not say.
 */
public final class DecodeTimes {

    private static final int MAX_DEPTH = 16;
    private static final long BREAK_MICROS = 2_000_000;

    private final long[] largest = new long[MAX_DEPTH + 1];
    private int depth;
    private int filled;
    private long last = Long.MIN_VALUE;

    /** Starts with a known depth; less than 0 when unknown. */
    public DecodeTimes(int reorderFrames) {
        depth = Math.clamp(reorderFrames, 0, MAX_DEPTH);
    }

    /**
     * The decode time of the next picture. While the depth is still being learnt it may be after {@code pts}, by as little
     * as possible: move the presentation then.
     */
    public long next(long pts, long frameMicros) {
        if (filled > 0 && Math.abs(pts - largest[0]) > BREAK_MICROS) {
            filled = 0; // the clock of the source has jumped
        }
        if (filled == 0) {
            for (int i = 0; i <= MAX_DEPTH; i++) {
                largest[i] = pts - i * frameMicros;
            }
            filled = 1;
        } else {
            insert(pts);
        }
        while (depth < MAX_DEPTH && largest[depth] > pts) {
            depth++;
        }
        last = Math.max(largest[depth], last + 1);
        return last;
    }

    private void insert(long pts) {
        int place = 0;
        while (place <= MAX_DEPTH && largest[place] > pts) {
            place++;
        }
        if (place <= MAX_DEPTH) {
            System.arraycopy(largest, place, largest, place + 1, MAX_DEPTH - place);
            largest[place] = pts;
        }
    }
}
