// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

/**
 * When a picture must be a key picture: so many seconds after the last one, or because somebody asked. Counting pictures is
 * not enough, for cameras slow down in the dark.
 */
final class KeyTimes {

    private final long interval;
    private final long tolerance;
    private final int pictures;
    private boolean requested = true;
    private long last;

    KeyTimes(double seconds, double fps) {
        interval = Math.round(seconds * 1_000_000);
        tolerance = Math.round(500_000 / fps);
        pictures = Math.max(1, (int) Math.round(seconds * fps));
    }

    /** The same distance, counted in pictures. */
    int pictures() {
        return pictures;
    }

    void request() {
        requested = true;
    }

    boolean due(long pts) {
        return requested || pts - last >= interval - tolerance || pts < last;
    }

    /** There is one now. */
    void key(long pts) {
        requested = false;
        last = pts;
    }
}
