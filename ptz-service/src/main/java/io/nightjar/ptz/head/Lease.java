// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import java.time.Duration;
import java.time.Instant;

/** The right to move a head, for a while. */
record Lease(String holder, Instant until) {

    boolean isOver(Instant at) {
        return !at.isBefore(until);
    }

    boolean isOthers(Caller caller) {
        return !holder.equals(caller.user());
    }

    Lease atLeast(Instant other) {
        return other.isAfter(until) ? new Lease(holder, other) : this;
    }

    /** Why somebody else has to wait. */
    String refusal(Instant at) {
        long seconds = Math.max(1, Duration.between(at, until).plusMillis(999).toSeconds());
        return holder + " is moving this camera; it is free in " + seconds + " s.";
    }
}
