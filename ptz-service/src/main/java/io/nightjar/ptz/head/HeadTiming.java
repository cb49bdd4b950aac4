// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import java.time.Duration;

/** How long things take at a head. */
final class HeadTiming {

    /** After the last hold it stops: pages say it every 200 ms. */
    static final Duration DEAD_MAN = Duration.ofMillis(500);
    /** The camera stops by itself so long after a move, where its language can say so. */
    static final Duration CAMERA_STOPS = Duration.ofSeconds(2);
    /** A move that goes on is said again before that. */
    static final Duration RENEW = Duration.ofSeconds(1);
    /** Between the steps of a head that knows nothing else. */
    static final Duration STEP = Duration.ofMillis(350);
    /** Moving takes the lease so long. */
    static final Duration LEASE = Duration.ofSeconds(5);
    /** A stop that nothing is heard of is said again beside the first. */
    static final Duration STOP_SILENT = Duration.ofMillis(600);
    /** Stops so close together are one, unless a move came between. */
    static final Duration STOP_AGAIN = Duration.ofMillis(250);

    static final Duration STOP_RETRY = Duration.ofMillis(100);
    static final Duration STOP_RETRY_MOST = Duration.ofSeconds(5);
    /** Stops in flight at a time, of those that say the same. */
    static final int STOPS = 4;
    /** A move whose answer was lost may still reach the camera so much later. */
    static final Duration DOUBT = Duration.ofSeconds(3);

    static final Duration DOUBT_STOP = Duration.ofSeconds(1);
    /** A patrol waits so long after the last thing that moved in the picture. */
    static final Duration MOTION_PAUSE = Duration.ofSeconds(30);
    /** The picture still changes so long after the head stood: exposure, focus, compression. */
    static final Duration OWN_MOTION = Duration.ofSeconds(2);
    /** A patrol does not wait longer for a head that does not say where it points. */
    static final Duration TRAVEL_MOST = Duration.ofSeconds(30);
    /** A patrol's step or a way home that failed is not tried again sooner. */
    static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    static final Duration HOME_AGAIN = Duration.ofSeconds(30);

    private HeadTiming() {}

    /** Waits grow from a tenth of a second, twofold, to five. */
    static Duration stopRetry(int attempts) {
        var wait = STOP_RETRY.multipliedBy(1L << Math.min(attempts, 6));
        return wait.compareTo(STOP_RETRY_MOST) < 0 ? wait : STOP_RETRY_MOST;
    }
}
