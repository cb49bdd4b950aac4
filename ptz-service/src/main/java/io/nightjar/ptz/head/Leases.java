// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.kit.Problem;
import java.util.List;

/** Who may move a head. Anybody may stop it. */
final class Leases {

    private static final String HINT = "Wait, or ask an administrator to take it over.";

    private Leases() {}

    /** Whether nobody else has the head; otherwise the caller is told who. */
    static boolean allow(Turn turn, long ticket, Caller caller) {
        var lease = turn.state.lease;
        if (lease == null || lease.isOver(turn.at) || !lease.isOthers(caller)) {
            return true;
        }
        turn.refuse(ticket, Problem.Kind.CONFLICT, lease.refusal(turn.at), HINT);
        return false;
    }

    /** An order takes the head for a while. */
    static void touch(Turn turn, Caller caller) {
        var end = turn.at.plus(HeadTiming.LEASE);
        var lease = turn.state.lease;
        turn.state.lease = lease == null || lease.isOver(turn.at) || lease.isOthers(caller)
                ? new Lease(caller.user(), end)
                : lease.atLeast(end);
    }

    static void ask(Turn turn, HeadEvent.LeaseAsked event) {
        var caller = event.caller();
        if (event.take() && !caller.admin()) {
            turn.refuse(
                    event.ticket(),
                    Problem.Kind.FORBIDDEN,
                    "Only an administrator may take a camera from somebody.",
                    "Wait until it is free.");
            return;
        }
        if (!event.take() && !allow(turn, event.ticket(), caller)) {
            return;
        }
        var lease = turn.state.lease;
        if (lease != null && !lease.isOver(turn.at) && lease.isOthers(caller)) {
            takeFrom(turn);
        }
        turn.state.lease = new Lease(caller.user(), turn.at.plus(event.length()));
        turn.answer(event.ticket(), new Reply.Done(false));
    }

    static void release(Turn turn, HeadEvent.LeaseReleased event) {
        var caller = event.caller();
        if (!caller.admin() && !allow(turn, event.ticket(), caller)) {
            return;
        }
        var lease = turn.state.lease;
        if (lease != null && lease.isOthers(caller) && !lease.isOver(turn.at)) {
            takeFrom(turn);
        }
        turn.state.lease = null;
        turn.answer(event.ticket(), new Reply.Done(false));
    }

    /** What it does now is nobody's wish any more. */
    private static void takeFrom(Turn turn) {
        var state = turn.state;
        var pending = state.pending;
        boolean theirs = state.hold != null
                || (pending != null && pending.origin() == Flight.Origin.PERSON)
                || state.flight != null;
        if (theirs) {
            Manual.letGo(turn);
            Motor.stop(turn, List.of());
        }
    }
}
