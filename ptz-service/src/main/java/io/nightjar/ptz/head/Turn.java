// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.kit.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step while it is made: a copy of the state, and what has to be done. */
final class Turn {

    final HeadState state;
    final Instant at;
    private final List<HeadEffect> effects = new ArrayList<>();

    Turn(HeadState before, Instant at) {
        this.state = before.copy();
        this.at = at;
    }

    void send(long number, Order order) {
        effects.add(new HeadEffect.Send(number, order));
    }

    void answer(long ticket, Reply reply) {
        effects.add(new HeadEffect.Answer(ticket, reply));
    }

    void answer(List<Long> tickets, Reply reply) {
        tickets.forEach(ticket -> answer(ticket, reply));
    }

    void refuse(long ticket, Problem.Kind kind, String sentence, @Nullable String hint) {
        answer(ticket, new Reply.Refused(kind, sentence, hint));
    }

    HeadStep done(@Nullable Instant wake) {
        return new HeadStep(state, effects, wake);
    }
}
