// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.onvif;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Which parts of a head may be moving by our orders, and which order is the newest. A part counts from before its order is
 * sent until a stop is confirmed that nothing followed: orders may cross, and answers get lost. On the way to somewhere it
 * counts for as long as that can take.
 */
final class MovingParts {

    /** Parts of a camera that move. */
    record Parts(boolean head, boolean zoom, boolean focus) {

        static final Parts NONE = new Parts(false, false, false);
        static final Parts HEAD_AND_ZOOM = new Parts(true, true, false);
        static final Parts ALL = new Parts(true, true, true);

        boolean any() {
            return head || zoom || focus;
        }

        Parts and(Parts more) {
            return new Parts(head || more.head, zoom || more.zoom, focus || more.focus);
        }

        Parts without(Parts less) {
            return new Parts(head && !less.head, zoom && !less.zoom, focus && !less.focus);
        }
    }

    private static final long JOURNEY = TimeUnit.SECONDS.toNanos(30);

    private final LongSupplier nanos;
    private Parts moving = Parts.NONE;
    private Parts travelling = Parts.NONE;
    private long setOut;
    private long newest;

    /** @param nanos a clock that never jumps */
    MovingParts(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Every order that moves or stops takes a ticket when it is given, however long it takes until it is sent. */
    synchronized long ticket() {
        newest++;
        return newest;
    }

    /** An order that was overtaken by another must not be sent any more. */
    synchronized boolean isNewest(long ticket) {
        return ticket == newest;
    }

    /** An order to go on and on is about to be sent: answers what may move still and is no part of it. */
    synchronized Parts begin(Parts ordered) {
        var others = now().without(ordered);
        moving = moving.and(ordered);
        travelling = travelling.without(ordered);
        return others;
    }

    /** An order to go somewhere is about to be sent, where these parts stop by themselves. */
    synchronized void setOut(Parts ordered) {
        travelling = ordered;
        setOut = nanos.getAsLong();
    }

    /** The camera confirmed that these parts stand. */
    synchronized void ended(Parts parts, long ticket) {
        if (ticket == newest) {
            moving = moving.without(parts);
            travelling = travelling.without(parts);
        }
    }

    synchronized Parts now() {
        return nanos.getAsLong() - setOut < JOURNEY ? moving.and(travelling) : moving;
    }
}
