// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.time.Duration;

/**
 * When to look at a picture that nobody watches. Often at first and while a picture may be frozen or black, as one look
 * is no proof; seldom once a stream has shown several pictures in order, because each look costs more than copying the
 * stream for a second.
 */
final class LookRhythm {

    private static final int TRUSTED = 3;
    private static final int SELDOM = 4;

    private final long often;
    private int inOrder;
    private volatile long lookedAt = Long.MIN_VALUE;
    private volatile long gap;

    LookRhythm(Duration often) {
        this.often = often.toNanos() / 1000;
        this.gap = this.often;
    }

    /** From any thread. */
    boolean due(long ptsMicros) {
        long last = lookedAt;
        // Times that jump back are due, or a stream would not be looked at until they have caught up.
        return last == Long.MIN_VALUE || Math.abs(ptsMicros - last) >= gap;
    }

    void looked(long ptsMicros, PictureStats stats) {
        boolean suspicious = stats.same() || stats.black();
        inOrder += suspicious ? 0 : 1;
        gap = inOrder < TRUSTED || suspicious ? often : SELDOM * often;
        lookedAt = ptsMicros;
    }
}
