// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import java.util.List;

/** What follows when people stop a head, or leave. */
final class LettingGo {

    private LettingGo() {}

    static void stop(Turn turn, HeadEvent.Stop event) {
        var state = turn.state;
        var source = event.caller().source();
        long press = Manual.number(event.press());
        boolean over = press > 0 && isOfSomethingElse(turn, event.caller(), press);
        if (press > 0) {
            state.presses = state.presses.stopped(source, press);
        }
        if (over) {
            turn.answer(event.ticket(), new Reply.Done(false));
            return;
        }
        Manual.letGo(turn);
        Rounds.giveWay(turn);
        Motor.stop(turn, List.of(event.ticket()));
    }

    /**
     * Letting go of a press that has no part in what the head does now: a newer one of the page is held, or it was refused
     * because somebody else has the head. Who wants to stop another's move presses anew, or says no number.
     */
    private static boolean isOfSomethingElse(Turn turn, Caller caller, long press) {
        var state = turn.state;
        var hold = state.hold;
        if (hold != null && hold.caller().source().equals(caller.source())) {
            return hold.press() > press;
        }
        if (!state.presses.isKnown(caller.source(), press)) {
            return false;
        }
        var lease = state.lease;
        return hold != null || (lease != null && !lease.isOver(turn.at) && lease.isOthers(caller));
    }

    static void closed(Turn turn, HeadEvent.ChannelClosed event) {
        var state = turn.state;
        var source = event.caller().source();
        var hold = state.hold;
        boolean moves = hold != null && hold.caller().source().equals(source);
        if (moves) {
            Manual.letGo(turn);
        }
        state.presses = state.presses.closed(source);
        if (moves) {
            Motor.stop(turn, List.of(event.ticket()));
        } else {
            turn.answer(event.ticket(), new Reply.Done(false));
        }
    }
}
