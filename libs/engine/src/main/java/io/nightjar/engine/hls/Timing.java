// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

/**
 * The lengths a playlist promises. Players want them constant, so they are chosen once, from what the stream has shown.
 *
 * @param partTargetMicros no part is longer
 * @param targetSeconds no segment, rounded, is longer
 */
record Timing(long partTargetMicros, int targetSeconds) {

    /** What a player may count on: a part lasts at least this share of the target unless a key picture follows. */
    static final double SHORTEST_PART = 0.85;

    private static final long SECOND = 1_000_000;
    private static final long WANTED_PART = 200_000;
    private static final int PARTS_HELD_BACK = 3;

    /** Frames jitter: with this a part of whole frames may be 6 % longer or 9 % shorter than planned. */
    private static final double SLACK = 1.06;

    /** For pictures that last {@code frame}, with key pictures that far apart; 0 when that is not known yet. */
    static Timing of(long frame, long keyInterval) {
        long frames = Math.max(1, Math.round((double) WANTED_PART / frame));
        long part = (long) Math.ceil(frames * frame * SLACK / 1000) * 1000;
        return new Timing(part, 2).reaching(segment(keyInterval)).reaching(part);
    }

    /** Segments begin with key pictures and last a second or more. */
    private static long segment(long keyInterval) {
        return keyInterval <= 0 ? 0 : keyInterval * Math.max(1, Math.round((double) SECOND / keyInterval));
    }

    /** The same, with room for a segment that turned out longer than any before. */
    Timing reaching(long segmentMicros) {
        int rounded = (int) ((segmentMicros + SECOND / 2) / SECOND);
        return rounded <= targetSeconds ? this : new Timing(partTargetMicros, rounded);
    }

    /** Whether whole frames of this length still make parts that keep the promise. */
    boolean suits(long frame) {
        long frames = partTargetMicros / frame;
        return frames > 0 && frames * frame >= partTargetMicros * (SHORTEST_PART + 0.02);
    }

    /** How far behind the newest part a player stays. */
    long holdBackMicros() {
        return PARTS_HELD_BACK * partTargetMicros;
    }

    /** How old a segment must be before a delta update may leave it out. */
    long skipBoundaryMicros() {
        return 6L * targetSeconds * SECOND;
    }

    /** Parts of older segments are not listed any more. */
    long partsListedMicros() {
        return 3L * targetSeconds * SECOND;
    }

    /** Without progress for this long, waiting is given up. */
    long patienceMillis() {
        return 3000L * targetSeconds;
    }

    /** How many parts beyond the newest a player may ask for. */
    int advanceLimit() {
        return partTargetMicros < SECOND ? (int) Math.ceil(3.0 * SECOND / partTargetMicros) : 3;
    }
}
