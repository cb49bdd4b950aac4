// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Those who wait for an answer. Used by the head's thread alone. */
final class Tickets {

    private final Map<Long, Ticket> open = new HashMap<>();
    private long last;

    record Ticket(String command, Instant arrived, CompletableFuture<Answer> answer) {}

    long open(String command, Instant arrived, CompletableFuture<Answer> answer) {
        open.put(++last, new Ticket(command, arrived, answer));
        return last;
    }

    /** Answers; gives the ticket back for those who measure. */
    @Nullable
    Ticket answer(long number, Reply reply, Instant at, @Nullable String driver) {
        var ticket = open.remove(number);
        if (ticket != null) {
            ticket.answer().complete(new Answer(reply, Duration.between(ticket.arrived(), at), driver));
        }
        return ticket;
    }

    void refuseAll(Reply reply, Instant at) {
        for (var number : open.keySet().toArray(new Long[0])) {
            answer(number, reply, at, null);
        }
    }
}
