// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything the machine knows of a head. Only {@link Turn} changes one, and only its own copy. */
public final class HeadState {

    HeadTraits traits;
    Presses presses = Presses.NONE;

    @Nullable
    Lease lease;

    @Nullable
    Hold hold;

    @Nullable
    PatrolRun patrol;
    /** Where it was sent last; null once it was moved away. */
    @Nullable
    String preset;
    /** The newest answer was this failure. */
    @Nullable
    Failure failure;
    /** Since when nobody has moved it. */
    Instant idleSince;
    /** It may point elsewhere than home. */
    boolean away = true;

    boolean closing;
    /** The newest order's number. */
    long orders;
    /** Stops up to this number may have reached the camera before its last motion did. */
    long outdated;

    @Nullable
    Flight flight;

    @Nullable
    Wanted pending;
    /** In the order in which they were sent. */
    List<Flight> stops = List.of();
    /** A move may be going on: one was sent, and no stop confirmed since. */
    boolean rolling;

    @Nullable
    Owed owed;
    /** A motion whose answer was lost may be carried out until then. */
    Instant doubtUntil;

    @Nullable
    Instant doubtStop;
    /** The motion that the head is still on its way by; 0 when it stood. */
    long travel;

    Instant stoodAt;

    private HeadState(HeadTraits traits, Instant at) {
        this.traits = traits;
        this.idleSince = at;
        this.doubtUntil = at;
        this.stoodAt = at;
    }

    static HeadState initial(HeadTraits traits, Instant at) {
        return new HeadState(traits, at);
    }

    HeadState copy() {
        var copy = new HeadState(traits, idleSince);
        copy.presses = presses;
        copy.lease = lease;
        copy.hold = hold;
        copy.patrol = patrol;
        copy.preset = preset;
        copy.failure = failure;
        copy.away = away;
        copy.closing = closing;
        copy.orders = orders;
        copy.outdated = outdated;
        copy.flight = flight;
        copy.pending = pending;
        copy.stops = stops;
        copy.rolling = rolling;
        copy.owed = owed;
        copy.doubtUntil = doubtUntil;
        copy.doubtStop = doubtStop;
        copy.travel = travel;
        copy.stoodAt = stoodAt;
        return copy;
    }

    /** Somebody's order moves it, or may still. */
    boolean isMoving() {
        return hold != null || pending != null || flight != null || rolling;
    }

    /** Nothing is owed to it any more: it may be left alone. */
    boolean isSettled() {
        return !isMoving() && owed == null && stops.isEmpty();
    }

    /** Nothing is wanted of it just now; what goes by itself may go. */
    boolean isFree(Instant at) {
        return !isMoving() && owed == null && !closing && !isLeased(at);
    }

    boolean isLeased(Instant at) {
        return lease != null && !lease.isOver(at);
    }
}
