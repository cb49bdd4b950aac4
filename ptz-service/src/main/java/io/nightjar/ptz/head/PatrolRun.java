// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.ptz.patrol.Patrol;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A patrol that was started.
 *
 * @param index of the step it is at, or is about to go to
 * @param order by which the head was sent there; 0 where it has yet to be sent
 * @param until it stays there; null until it stood
 * @param pausedUntil it rests
 */
record PatrolRun(
        Patrol patrol, int index, long order, @Nullable Instant until, Instant pausedUntil) {

    Patrol.Step step() {
        return patrol.steps().get(index);
    }

    /** Goes to the same step again: somebody took the head away. */
    PatrolRun interrupted(Instant pause) {
        return new PatrolRun(patrol, index, 0, null, pause);
    }

    PatrolRun resting(Instant pause) {
        return pause.isAfter(pausedUntil) ? new PatrolRun(patrol, index, order, until, pause) : this;
    }

    PatrolRun sent(long number) {
        return new PatrolRun(patrol, index, number, null, pausedUntil);
    }

    PatrolRun staying(Instant end) {
        return new PatrolRun(patrol, index, order, end, pausedUntil);
    }

    PatrolRun next() {
        return new PatrolRun(patrol, (index + 1) % patrol.steps().size(), 0, null, pausedUntil);
    }
}
