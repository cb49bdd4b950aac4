// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.demand;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody's wish for a stream, which must be renewed. Nothing of it is kept across restarts: who still wants the stream
 * says so again.
 *
 * @param grace how much longer the stream is kept, so that a reader who comes right back need not wait
 */
public record Lease(Instant until, Duration grace) {

    public static final Duration LONGEST = Duration.ofMinutes(5);

    public static Lease none(Duration grace) {
        return new Lease(Instant.EPOCH, grace);
    }

    /** Lasts this much longer from now, or as long as before if that is later. */
    public Lease extended(Instant now, Duration length) {
        var end = now.plus(length.compareTo(LONGEST) > 0 ? LONGEST : length);
        return end.isAfter(until) ? new Lease(end, grace) : this;
    }

    public boolean holds(Instant now) {
        return now.isBefore(ends());
    }

    public Instant ends() {
        return until.plus(grace);
    }
}
