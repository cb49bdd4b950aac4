// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.machine;

import io.nightjar.contracts.stream.StreamState;
import java.time.Instant;

/**
 * A stream's state with what the machine remembers across states.
 *
 * @param session number of the newest session; counts up, never repeats
 * @param failures in a row, until output was stable for a while
 * @param portWasClosed a probe found the port silent during this wait: its next answer is news
 */
public record Situation(StreamState state, Wish wish, long session, int failures, boolean portWasClosed) {

    public static Situation initial(Instant at, Wish wish) {
        var state = wish.enabled() ? new StreamState.Idle(at) : new StreamState.Stopped(at);
        return new Situation(state, wish, 0, 0, false);
    }

    /** Which try the present one is, for people. */
    public int attempt() {
        return failures + 1;
    }

    Situation in(StreamState changed) {
        return new Situation(changed, wish, session, failures, portWasClosed);
    }

    Situation wishing(Wish changed) {
        return new Situation(state, changed, session, failures, portWasClosed);
    }

    Situation failed(int count) {
        return new Situation(state, wish, session, count, false);
    }

    Situation nextSession() {
        return new Situation(state, wish, session + 1, failures, false);
    }

    Situation portClosed() {
        return new Situation(state, wish, session, failures, true);
    }
}
