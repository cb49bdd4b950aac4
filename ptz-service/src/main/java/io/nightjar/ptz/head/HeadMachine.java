// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.kit.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides everything about one head. Pure, and it always ends stopped: whoever moves the head and goes away, and whatever
 * becomes of the orders on their way to the camera, a stop follows until the camera has confirmed it.
 */
public final class HeadMachine {

    private HeadMachine() {}

    public static HeadState initial(HeadTraits traits, Instant at) {
        return HeadState.initial(traits, at);
    }

    /** The answer to every event in every state. */
    public static HeadStep next(HeadState before, HeadEvent event) {
        var turn = new Turn(before, event.at());
        Manual.endOverdue(turn);
        apply(turn, event);
        Motor.tick(turn);
        Rounds.tick(turn);
        return turn.done(wake(turn.state, turn.at));
    }

    private static void apply(Turn turn, HeadEvent event) {
        switch (event) {
            case HeadEvent.Hold hold -> {
                if (isOpen(turn, hold.ticket())) {
                    Manual.hold(turn, hold);
                }
            }
            case HeadEvent.Go go -> {
                if (isOpen(turn, go.ticket())) {
                    Manual.go(turn, go);
                }
            }
            case HeadEvent.PatrolStarted started -> {
                if (isOpen(turn, started.ticket())) {
                    Rounds.start(turn, started);
                }
            }
            case HeadEvent.Stop stop -> LettingGo.stop(turn, stop);
            case HeadEvent.ChannelClosed closed -> LettingGo.closed(turn, closed);
            case HeadEvent.LeaseAsked asked -> Leases.ask(turn, asked);
            case HeadEvent.LeaseReleased released -> Leases.release(turn, released);
            case HeadEvent.PatrolStopped stopped -> Rounds.stop(turn, stopped.ticket());
            case HeadEvent.MotionSeen seen -> Rounds.motionSeen(turn, seen.own());
            case HeadEvent.Answered answered -> Answers.answered(turn, answered.order(), answered.failure());
            case HeadEvent.Stood stood -> Rounds.stood(turn, stood.order());
            case HeadEvent.Known known -> Motor.known(turn, known.traits());
            case HeadEvent.FoundMoving found -> Motor.foundMoving(turn);
            case HeadEvent.CameLate late -> Answers.cameLate(turn);
            case HeadEvent.Closing closing -> close(turn);
            case HeadEvent.Tick tick -> {}
        }
    }

    private static void close(Turn turn) {
        var state = turn.state;
        state.closing = true;
        state.patrol = null;
        boolean moving = state.isMoving() || state.owed != null || state.doubtStop != null;
        Manual.letGo(turn);
        if (moving) {
            Motor.stop(turn, List.of());
        }
    }

    private static boolean isOpen(Turn turn, long ticket) {
        if (turn.state.closing) {
            turn.refuse(ticket, Problem.Kind.UNAVAILABLE, "This head is being let go of; try again in a moment.", null);
        }
        return !turn.state.closing;
    }

    private static @Nullable Instant wake(HeadState state, Instant at) {
        var hold = state.hold;
        var lease = state.lease;
        var patrol = state.patrol;
        return Stream.of(
                        hold == null ? null : hold.until(),
                        Motor.renewal(state),
                        Motor.stopDue(state),
                        lease == null || lease.isOver(at) ? null : lease.until(),
                        patrol == null || !patrol.pausedUntil().isAfter(at) ? null : patrol.pausedUntil(),
                        Rounds.wake(state, at))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
