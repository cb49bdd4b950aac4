// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

/** Decides what a player that does not keep up misses: everything up to the next key picture, so that it never smears. */
final class Congestion {

    private static final long NOT_FULL = Long.MIN_VALUE;

    private boolean withVideo;
    private boolean waitForKey;
    private long fullSince = NOT_FULL;
    private long dropped;

    /** A player joins: pictures begin with a key picture. */
    void begin(boolean video) {
        withVideo = video;
        waitForKey = video;
        fullSince = NOT_FULL;
    }

    /** Whether the next unit goes out. */
    boolean admits(boolean keyPicture, boolean full, long nowMicros) {
        if (full) {
            fullSince = fullSince == NOT_FULL ? nowMicros : fullSince;
            waitForKey = withVideo;
        } else if (keyPicture) {
            waitForKey = false;
        }
        boolean admitted = !full && !waitForKey;
        dropped += admitted ? 0 : 1;
        return admitted;
    }

    /** Whether it has been too slow for longer than this, and still is. */
    boolean lasts(boolean full, long nowMicros, long limitMicros) {
        if (!full) {
            fullSince = NOT_FULL;
        }
        return fullSince != NOT_FULL && nowMicros - fullSince > limitMicros;
    }

    long dropped() {
        return dropped;
    }
}
