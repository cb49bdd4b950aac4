// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which parts of a head may be moving, and by which word they last were told to. Safe for many threads. */
final class AmcrestMovement {

    private static final class Part {
        private String word;
        /** Of the newest order that moves it. One before our time is reckoned with. */
        private long started = 1;

        private long stopped;
        private boolean ours;

        private Part(AmcrestAxis axis) {
            word = axis.anyWord();
        }
    }

    private final Map<AmcrestAxis, Part> parts = new EnumMap<>(AmcrestAxis.class);

    AmcrestMovement() {
        for (var axis : AmcrestAxis.values()) {
            parts.put(axis, new Part(axis));
        }
    }

    /** To be said before an order is sent, and again when it was answered: it may have arrived at any time between. */
    synchronized void started(AmcrestAxis axis, String word) {
        var part = part(axis);
        part.word = word;
        part.started++;
        part.ours = true;
    }

    /** Where a stop begins; to be given to {@link #stopped}. */
    synchronized long mark(AmcrestAxis axis) {
        return part(axis).started;
    }

    synchronized void stopped(AmcrestAxis axis, long mark) {
        part(axis).stopped = Math.max(part(axis).stopped, mark);
    }

    synchronized Set<AmcrestAxis> maybeMoving() {
        var moving = EnumSet.noneOf(AmcrestAxis.class);
        parts.forEach((axis, part) -> {
            if (part.stopped < part.started) {
                moving.add(axis);
            }
        });
        return moving;
    }

    /** Whether this part was ever told to move, as far as is known here. */
    synchronized boolean everMoved(AmcrestAxis axis) {
        return part(axis).ours;
    }

    /** By which its movement is stopped. */
    synchronized String word(AmcrestAxis axis) {
        return part(axis).word;
    }

    private Part part(AmcrestAxis axis) {
        return requireNonNull(parts.get(axis));
    }
}
