// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.ptz.head.Flight.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends orders: motions one at a time, the newest next; stops at once, and again until the camera stands. */
final class Motor {

    private Motor() {}

    /** Takes the place of any motion that has not been sent. */
    static void want(Turn turn, Order.Motion motion, Origin origin, List<Long> tickets) {
        drop(turn);
        turn.state.pending = new Wanted(motion, origin, tickets);
        pump(turn);
    }

    /** What has not been sent will not be. */
    static void drop(Turn turn) {
        var pending = turn.state.pending;
        if (pending != null) {
            turn.answer(pending.tickets(), new Reply.Superseded());
            turn.state.pending = null;
        }
    }

    /** Sends what waits, if its turn has come. */
    static void pump(Turn turn) {
        var state = turn.state;
        var pending = state.pending;
        if (pending == null || state.flight != null) {
            return;
        }
        state.pending = null;
        long number = ++state.orders;
        state.outdated = number;
        state.flight = new Flight(
                number, pending.motion(), pending.origin(), turn.at, pending.tickets(), false, state.rolling);
        // It takes the camera's present motion away, and ends with a stop of its own.
        state.owed = null;
        state.doubtStop = null;
        state.travel = 0;
        state.preset = null;
        if (pending.motion() instanceof Order.Move) {
            state.rolling = !state.traits.steps();
        }
        var hold = state.hold;
        if (hold != null && pending.origin() == Origin.HOLD) {
            state.hold = hold.said(turn.at);
        }
        if (pending.origin() == Origin.PATROL && state.patrol != null) {
            state.patrol = state.patrol.sent(number);
        }
        turn.send(number, pending.motion());
    }

    /** Tells the camera to stop, whatever else it is being told; one that is on its way already serves as well. */
    static void stop(Turn turn, List<Long> tickets) {
        send(turn, tickets, false);
    }

    /** Tells it anew: stops on their way may have reached the camera before what it did last. */
    static void stopAgain(Turn turn) {
        send(turn, List.of(), true);
    }

    /** @param afresh those on their way may have reached the camera too early */
    private static void send(Turn turn, List<Long> tickets, boolean afresh) {
        drop(turn);
        var state = turn.state;
        state.outdated = afresh ? state.orders : state.outdated;
        state.preset = state.travel == 0 ? state.preset : null;
        state.travel = 0;
        if (state.traits.steps()) {
            // Nothing goes on between its steps.
            turn.answer(tickets, new Reply.Done(false));
            return;
        }
        var before = state.owed == null
                ? new Owed(0, turn.at, state.doubtStop != null || turn.at.isBefore(state.doubtUntil))
                : state.owed;
        state.owed = before.again(before.attempts(), turn.at.plus(HeadTiming.STOP_SILENT));
        state.doubtStop = null;
        var flight = state.flight;
        state.flight = flight == null ? null : flight.passed();
        var newest = state.stops.isEmpty() ? null : state.stops.getLast();
        if (newest != null && covers(state, newest) && isJustSent(turn, newest)) {
            replace(state, newest, newest.with(tickets));
            return;
        }
        sendStop(turn, tickets);
    }

    private static void sendStop(Turn turn, List<Long> tickets) {
        var state = turn.state;
        long number = ++state.orders;
        var stops = new ArrayList<>(state.stops);
        stops.add(new Flight(number, new Order.Stop(), Origin.PERSON, turn.at, tickets, false, state.rolling));
        state.stops = List.copyOf(stops);
        turn.send(number, new Order.Stop());
    }

    static void foundMoving(Turn turn) {
        turn.state.rolling = !turn.state.traits.steps();
        stopAgain(turn);
    }

    static void known(Turn turn, HeadTraits traits) {
        turn.state.traits = traits;
        if (traits.steps()) {
            turn.state.rolling = false;
            turn.state.owed = null;
            turn.state.doubtStop = null;
        }
    }

    /** Says again what is due: an unconfirmed stop, a move that goes on, the next step. */
    static void tick(Turn turn) {
        var state = turn.state;
        var due = stopDue(state);
        if (due != null && !turn.at.isBefore(due)) {
            var owed = state.owed;
            state.owed = owed == null
                    ? new Owed(0, turn.at.plus(HeadTiming.STOP_SILENT), true)
                    : owed.again(owed.attempts() + 1, turn.at.plus(silence(owed.attempts() + 1)));
            state.doubtStop = null;
            sendStop(turn, List.of());
        }
        var renewal = renewal(state);
        var hold = state.hold;
        if (hold != null && renewal != null && !turn.at.isBefore(renewal)) {
            want(turn, new Order.Move(hold.velocity()), Origin.HOLD, List.of());
        }
    }

    /** When a stop is said again; null where none is owed, or enough are under way. */
    static @Nullable Instant stopDue(HeadState state) {
        if (state.owed != null) {
            return state.stops.size() < HeadTiming.STOPS ? state.owed.again() : null;
        }
        return state.hold == null && state.flight == null ? state.doubtStop : null;
    }

    /**
     * When the move that goes on is said again; null where nothing goes on. One that was refused is tried again no oftener:
     * what stood in its way may be gone, and drivers do not show a refused password again so soon.
     */
    static @Nullable Instant renewal(HeadState state) {
        var hold = state.hold;
        if (hold == null || state.flight != null || !hold.isSaid()) {
            return null;
        }
        boolean steps = state.traits.steps() && hold.failure() == null;
        return hold.sentAt().plus(steps ? HeadTiming.STEP : HeadTiming.RENEW);
    }

    private static Duration silence(int attempts) {
        var wait = HeadTiming.stopRetry(attempts);
        return wait.compareTo(HeadTiming.STOP_SILENT) > 0 ? wait : HeadTiming.STOP_SILENT;
    }

    /** Whether no motion can have reached the camera after this stop. */
    static boolean covers(HeadState state, Flight stop) {
        return stop.number() > state.outdated;
    }

    private static boolean isJustSent(Turn turn, Flight stop) {
        return turn.at.isBefore(stop.at().plus(HeadTiming.STOP_AGAIN));
    }

    private static void replace(HeadState state, Flight old, Flight changed) {
        state.stops = state.stops.stream()
                .map(stop -> stop.equals(old) ? changed : stop)
                .toList();
    }
}
