// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.machine;

import io.nightjar.contracts.stream.StreamState;
import java.time.Instant;

/**
 * A stream's state with what the machine remembers across states.
 *
 * @param session number of the newest session; counts up, never repeats
 * @param failures in a row, until output was stable for a while
 * @param doubts those of the failures that may mean that the camera's streams are elsewhere now
 * @param portWasClosed a probe found the port silent during this wait: its next answer is news
 * @param dialling the session has its turn; before, it waits for others that are being opened
 */
public record Situation(
        StreamState state, Wish wish, long session, int failures, int doubts, boolean portWasClosed, boolean dialling) {

    public static Situation initial(Instant at, Wish wish) {
        var state = wish.enabled() ? new StreamState.Idle(at) : new StreamState.Stopped(at);
        return new Situation(state, wish, 0, 0, 0, false, false);
    }

    /** Which try the present one is, for people. */
    public int attempt() {
        return failures + 1;
    }

    /** How often a session followed another. */
    public long restarts() {
        return Math.max(0, session - 1);
    }

    Situation in(StreamState changed) {
        return new Situation(changed, wish, session, failures, doubts, portWasClosed, dialling);
    }

    Situation wishing(Wish changed) {
        return new Situation(state, changed, session, failures, doubts, portWasClosed, dialling);
    }

    Situation unfailed() {
        return new Situation(state, wish, session, 0, 0, false, dialling);
    }

    Situation failedAgain(boolean doubtful) {
        return new Situation(state, wish, session, failures + 1, doubts + (doubtful ? 1 : 0), false, dialling);
    }

    Situation nextSession() {
        return new Situation(state, wish, session + 1, failures, doubts, false, false);
    }

    Situation portClosed() {
        return new Situation(state, wish, session, failures, doubts, true, dialling);
    }

    Situation dialled() {
        return new Situation(state, wish, session, failures, doubts, portWasClosed, true);
    }
}
