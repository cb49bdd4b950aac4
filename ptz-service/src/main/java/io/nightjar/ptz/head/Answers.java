// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.ptz.head.Flight.Origin;
import org.jspecify.annotations.Nullable;

/** What follows from the camera's answers, and from those that never came. */
final class Answers {

    private Answers() {}

    static void answered(Turn turn, long number, @Nullable Failure failure) {
        var state = turn.state;
        var flight = state.flight;
        if (flight != null && flight.number() == number) {
            state.flight = null;
            motionAnswered(turn, flight, failure);
            return;
        }
        state.stops.stream()
                .filter(stop -> stop.number() == number)
                .findFirst()
                .ifPresent(stop -> stopAnswered(turn, stop, failure));
    }

    static void cameLate(Turn turn) {
        var state = turn.state;
        state.doubtUntil = turn.at.plus(HeadTiming.DOUBT);
        state.rolling = !state.traits.steps();
        if (state.hold == null && state.pending == null && state.flight == null) {
            Motor.foundMoving(turn);
        }
    }

    private static void motionAnswered(Turn turn, Flight flight, @Nullable Failure failure) {
        var state = turn.state;
        var doubt = flight.at().isBefore(state.doubtUntil) ? state.doubtUntil : null;
        state.failure = failure;
        turn.answer(flight.tickets(), failure == null ? new Reply.Done(true) : new Reply.Failed(failure));
        if (failure == null) {
            worked(state, flight);
            carriedOut(turn, flight);
        } else {
            notCarriedOut(turn, flight, failure);
        }
        Rounds.answered(turn, flight, failure);
        if (state.pending != null) {
            Motor.pump(turn);
        } else if (flight.overtaken() || (state.hold == null && state.rolling && state.owed == null)) {
            // The camera may have carried it out after the stop that overtook it.
            Motor.stopAgain(turn);
        } else if (doubt != null && state.hold == null && !state.traits.steps()) {
            // A move from before may have been carried out since, or may yet, and would take the head away from there.
            state.doubtStop = turn.at.isBefore(doubt) ? doubt : turn.at;
        }
    }

    private static void worked(HeadState state, Flight flight) {
        var hold = state.hold;
        if (hold != null && isOf(hold, flight)) {
            state.hold = hold.worked();
        }
    }

    /** Whether that was sent for what is held still. */
    private static boolean isOf(Hold hold, Flight flight) {
        return flight.origin() == Origin.HOLD && hold.isSaid();
    }

    private static void carriedOut(Turn turn, Flight flight) {
        var state = turn.state;
        if (flight.order() instanceof Order.Move) {
            state.stoodAt = turn.at;
            return;
        }
        // The camera goes there and stops by itself.
        state.rolling = false;
        state.travel = flight.overtaken() ? 0 : flight.number();
        state.preset = flight.order() instanceof Order.Goto(var preset) && !flight.overtaken() ? preset : null;
    }

    private static void notCarriedOut(Turn turn, Flight flight, Failure failure) {
        var state = turn.state;
        if (failure.isCertain()) {
            state.rolling = flight.rolling();
        } else {
            state.doubtUntil = turn.at.plus(HeadTiming.DOUBT);
        }
        var hold = state.hold;
        if (hold != null && isOf(hold, flight)) {
            state.hold = hold.failed(failure);
        }
    }

    private static void stopAnswered(Turn turn, Flight stop, @Nullable Failure failure) {
        var state = turn.state;
        state.stops = state.stops.stream().filter(other -> !other.equals(stop)).toList();
        state.failure = failure == null || state.owed != null ? failure : state.failure;
        turn.answer(stop.tickets(), failure == null ? new Reply.Done(true) : new Reply.Failed(failure));
        boolean newest = Motor.covers(state, stop);
        if (failure == null && newest) {
            state.owed = null;
            // One that is still under way may make it move again; its answer is followed by another stop.
            state.rolling = state.flight != null && state.rolling;
            state.stoodAt = turn.at;
            state.doubtStop = stop.at().isBefore(state.doubtUntil) ? turn.at.plus(HeadTiming.DOUBT_STOP) : null;
        } else if (failure != null && state.owed != null) {
            boolean pointless = failure.isCertain() && !state.rolling && !state.owed.doubted();
            int attempts = state.owed.attempts();
            // A password that is refused again and again locks the account, and then nothing stops the camera.
            var wait = failure.isCertain() ? HeadTiming.STOP_RETRY_MOST : HeadTiming.stopRetry(attempts);
            state.owed = pointless ? null : state.owed.again(attempts, turn.at.plus(wait));
        }
    }
}
