// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.kit.Problem;
import io.nightjar.ptz.driver.Velocity;
import io.nightjar.ptz.head.Flight.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do with a head. */
final class Manual {

    private Manual() {}

    static void hold(Turn turn, HeadEvent.Hold event) {
        var state = turn.state;
        var caller = event.caller();
        long press = number(event.press());
        if (press > 0) {
            if (state.presses.isOver(caller.source(), press)) {
                turn.answer(event.ticket(), new Reply.Ignored());
                return;
            }
            state.presses = state.presses.seen(caller.source(), press);
        }
        if (!Leases.allow(turn, event.ticket(), caller)) {
            return;
        }
        var velocity = state.traits.supported(event.velocity());
        var refusal = state.traits.refusal(new Order.Move(event.velocity()));
        if (refusal.isPresent()) {
            standStill(turn, caller, press);
            turn.refuse(event.ticket(), Problem.Kind.UNSUPPORTED, refusal.get(), null);
            return;
        }
        Leases.touch(turn, caller);
        Rounds.giveWay(turn);
        if (velocity.isStill()) {
            letGoWithoutMark(turn);
            stopUnlessStill(turn, event.ticket());
            return;
        }
        begin(turn, event, press, velocity);
        say(turn, event.ticket());
    }

    private static void begin(Turn turn, HeadEvent.Hold event, long press, Velocity velocity) {
        var state = turn.state;
        var until = turn.at.plus(event.timed() == null ? HeadTiming.DEAD_MAN : event.timed());
        var hold = state.hold;
        if (hold != null && hold.is(event.caller(), press)) {
            state.hold = hold.renewed(velocity, until);
            return;
        }
        // The newest press moves it, and the one before does not come back.
        letGo(turn);
        state.hold = new Hold(event.caller(), press, velocity, until, null, turn.at, null);
    }

    private static void say(Turn turn, long ticket) {
        var state = turn.state;
        var hold = state.hold;
        if (hold == null) {
            return;
        }
        var move = new Order.Move(hold.velocity());
        var pending = state.pending;
        if (pending != null && pending.motion().equals(move)) {
            turn.answer(ticket, new Reply.Done(false));
        } else if (!hold.isSaid() || pending != null) {
            Motor.want(turn, move, Origin.HOLD, List.of(ticket));
        } else if (hold.failure() != null) {
            turn.answer(ticket, new Reply.Failed(hold.failure()));
        } else {
            turn.answer(ticket, new Reply.Done(false));
        }
    }

    static void go(Turn turn, HeadEvent.Go event) {
        var state = turn.state;
        if (!Leases.allow(turn, event.ticket(), event.caller())) {
            return;
        }
        var refusal = state.traits.refusal(event.motion());
        if (refusal.isPresent()) {
            turn.refuse(event.ticket(), Problem.Kind.UNSUPPORTED, refusal.get(), null);
            return;
        }
        letGo(turn);
        Leases.touch(turn, event.caller());
        Rounds.giveWay(turn);
        if (state.flight != null && state.rolling) {
            // It cannot be sent there yet, and nobody holds it any more.
            Motor.stop(turn, List.of());
        }
        Motor.want(turn, motion(state, event.motion()), Origin.PERSON, List.of(event.ticket()));
    }

    /** A step of a head that makes nothing but steps is its plain move. */
    private static Order.Motion motion(HeadState state, Order.Motion asked) {
        return state.traits.steps() && asked instanceof Order.MoveBy(var pan, var tilt, var zoom)
                ? new Order.Move(new Velocity(Math.signum(pan), Math.signum(tilt), Math.signum(zoom), 0))
                : asked;
    }

    /** Nobody has said it for too long, or its time is over. */
    static void endOverdue(Turn turn) {
        var hold = turn.state.hold;
        if (hold != null && !turn.at.isBefore(hold.until())) {
            letGoWithoutMark(turn);
            Rounds.giveWay(turn);
            Motor.stop(turn, List.of());
        }
    }

    /** The press in force is over for good. */
    static void letGo(Turn turn) {
        var state = turn.state;
        var hold = state.hold;
        if (hold != null && hold.press() > 0) {
            state.presses = state.presses.stopped(hold.caller().source(), hold.press());
        }
        letGoWithoutMark(turn);
    }

    /** The same press may move it again. */
    private static void letGoWithoutMark(Turn turn) {
        turn.state.hold = null;
        Motor.drop(turn);
    }

    /** What is wanted now cannot be: what was wanted before is not wanted any more. */
    private static void standStill(Turn turn, Caller caller, long press) {
        var hold = turn.state.hold;
        if (hold != null && hold.is(caller, press)) {
            letGoWithoutMark(turn);
            Motor.stop(turn, List.of());
        }
    }

    private static void stopUnlessStill(Turn turn, long ticket) {
        if (turn.state.isMoving()) {
            Motor.stop(turn, List.of(ticket));
        } else {
            turn.answer(ticket, new Reply.Done(false));
        }
    }

    static long number(@Nullable Long press) {
        return press == null ? 0 : press;
    }
}
