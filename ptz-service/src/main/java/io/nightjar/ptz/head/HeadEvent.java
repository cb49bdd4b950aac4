// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.ptz.driver.Velocity;
import io.nightjar.ptz.patrol.Patrol;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something happened to a head. Whoever waits for an answer gave a ticket, which the answer carries. */
public sealed interface HeadEvent {

    /** Of a clock that never jumps. */
    Instant at();

    /**
     * Somebody holds a direction.
     *
     * @param press counts up per page; null for a call that does not count
     * @param timed moves so long without being said again
     */
    record Hold(
            Instant at,
            long ticket,
            Caller caller,
            @Nullable Long press,
            Velocity velocity,
            @Nullable Duration timed) implements HeadEvent {}

    record Stop(
            Instant at,
            long ticket,
            Caller caller,
            @Nullable Long press) implements HeadEvent {}

    /** A page is gone. */
    record ChannelClosed(Instant at, long ticket, Caller caller) implements HeadEvent {}

    /** Somebody sends the head somewhere, where it stops by itself. */
    record Go(Instant at, long ticket, Caller caller, Order.Motion motion) implements HeadEvent {}

    /** @param take somebody else's too: administrators only */
    record LeaseAsked(Instant at, long ticket, Caller caller, Duration length, boolean take) implements HeadEvent {}

    record LeaseReleased(Instant at, long ticket, Caller caller) implements HeadEvent {}

    /** @param caller null where a patrol that ran before goes on */
    record PatrolStarted(Instant at, long ticket, @Nullable Caller caller, Patrol patrol) implements HeadEvent {}

    record PatrolStopped(Instant at, long ticket) implements HeadEvent {}

    /** @param own it may be the head's own motion that changed the picture */
    record MotionSeen(Instant at, boolean own) implements HeadEvent {}

    /** @param failure null where the camera agreed */
    record Answered(Instant at, long order, @Nullable Failure failure) implements HeadEvent {}

    /** The head has reached where an order sent it, as far as can be told. */
    record Stood(Instant at, long order) implements HeadEvent {}

    /** What the head can do became known, or its settings changed. */
    record Known(Instant at, HeadTraits traits) implements HeadEvent {}

    /** The process before this one ended while it moved the head. */
    record FoundMoving(Instant at) implements HeadEvent {}

    /** A motion that was given up as lost came to an end after all: the camera may have carried it out just now. */
    record CameLate(Instant at) implements HeadEvent {}

    /** The head is given up by this process. */
    record Closing(Instant at) implements HeadEvent {}

    /** The time that a step asked for has come. */
    record Tick(Instant at) implements HeadEvent {}
}
