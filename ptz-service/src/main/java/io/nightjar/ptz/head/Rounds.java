// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.kit.Problem;
import io.nightjar.ptz.head.Flight.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a head does by itself: patrols, and the way home. It gives way to everybody. */
final class Rounds {

    private Rounds() {}

    static void start(Turn turn, HeadEvent.PatrolStarted event) {
        var caller = event.caller();
        if (caller != null && !Leases.allow(turn, event.ticket(), caller)) {
            return;
        }
        var refusal = turn.state.traits.refusal(new Order.Goto(""));
        if (refusal.isPresent()) {
            turn.refuse(event.ticket(), Problem.Kind.UNSUPPORTED, refusal.get(), "Patrols go from preset to preset.");
            return;
        }
        if (caller != null) {
            // Whoever sends it on its round has let go of it.
            turn.state.lease = null;
        }
        turn.state.patrol = new PatrolRun(event.patrol(), 0, 0, null, turn.at);
        turn.answer(event.ticket(), new Reply.Done(false));
    }

    static void stop(Turn turn, long ticket) {
        var state = turn.state;
        if (state.patrol != null) {
            state.patrol = null;
            state.idleSince = turn.at;
            state.away = true;
            if (state.pending != null && state.pending.origin() == Origin.PATROL) {
                Motor.drop(turn);
            }
        }
        turn.answer(ticket, new Reply.Done(false));
    }

    /** A person gave an order: what goes by itself waits. */
    static void giveWay(Turn turn) {
        var state = turn.state;
        state.idleSince = turn.at;
        state.away = true;
        if (state.patrol != null) {
            state.patrol =
                    state.patrol.interrupted(turn.at.plus(state.patrol.patrol().resumeAfter()));
        }
    }

    static void motionSeen(Turn turn, boolean own) {
        var state = turn.state;
        boolean moved =
                state.isMoving() || state.travel != 0 || turn.at.isBefore(state.stoodAt.plus(HeadTiming.OWN_MOTION));
        if (state.patrol != null && !(own && moved)) {
            state.patrol = state.patrol.resting(turn.at.plus(HeadTiming.MOTION_PAUSE));
        }
    }

    static void stood(Turn turn, long order) {
        var state = turn.state;
        if (state.travel != order) {
            return;
        }
        state.travel = 0;
        state.stoodAt = turn.at;
        var patrol = state.patrol;
        if (patrol != null && patrol.order() == order) {
            state.patrol = patrol.staying(turn.at.plus(patrol.step().dwell()));
        }
    }

    static void answered(Turn turn, Flight flight, @Nullable Failure failure) {
        var state = turn.state;
        var patrol = state.patrol;
        if (patrol != null && patrol.order() == flight.number()) {
            var wait = failure == null
                    ? patrol.step().dwell().plus(HeadTiming.TRAVEL_MOST)
                    : longer(patrol.step().dwell(), HeadTiming.AFTER_FAILURE);
            state.patrol = patrol.staying(turn.at.plus(wait));
        }
        if (failure != null && flight.origin() == Origin.IDLE) {
            state.idleSince = turn.at;
        } else if (failure == null && !flight.overtaken()) {
            state.away =
                    !state.traits.homeMotion().filter(flight.order()::equals).isPresent();
        }
    }

    /** Goes on where it is time to. */
    static void tick(Turn turn) {
        var state = turn.state;
        if (!state.isFree(turn.at)) {
            return;
        }
        var patrol = state.patrol;
        if (patrol != null && !turn.at.isBefore(due(patrol))) {
            var now = patrol.order() == 0 ? patrol : patrol.next();
            state.patrol = now;
            Motor.want(turn, new Order.Goto(now.step().preset()), Origin.PATROL, List.of());
            return;
        }
        var home = homeDue(state);
        if (home != null && !turn.at.isBefore(home)) {
            state.traits.homeMotion().ifPresent(motion -> Motor.want(turn, motion, Origin.IDLE, List.of()));
        }
    }

    /** When something happens by itself; null where nothing will. */
    static @Nullable Instant wake(HeadState state, Instant at) {
        if (!state.isFree(at)) {
            return null;
        }
        return state.patrol == null ? homeDue(state) : due(state.patrol);
    }

    /** Whether it rests although it was started. */
    static boolean isPaused(HeadState state, Instant at) {
        var patrol = state.patrol;
        return patrol != null
                && (state.hold != null
                        || state.isLeased(at)
                        || patrol.pausedUntil().isAfter(at));
    }

    private static Instant due(PatrolRun patrol) {
        return Stream.of(patrol.until() == null ? Instant.MIN : patrol.until(), patrol.pausedUntil())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static @Nullable Instant homeDue(HeadState state) {
        if (state.patrol != null || !state.away || state.traits.homeMotion().isEmpty()) {
            return null;
        }
        boolean failed = state.failure != null;
        return state.traits
                .homeAfter()
                .map(wait -> failed ? longer(wait, HeadTiming.HOME_AGAIN) : wait)
                .map(state.idleSince::plus)
                .orElse(null);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
