// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * An order that the camera was told and has not answered.
 *
 * @param tickets of those who wait for the answer
 * @param overtaken a stop was sent since: whatever is answered, the camera may carry this out after the stop
 * @param rolling a move may have been going on when it was sent
 */
record Flight(
        long number, Order order, Origin origin, Instant at, List<Long> tickets, boolean overtaken, boolean rolling) {

    /** Why the head moves. */
    enum Origin {
        HOLD,
        PERSON,
        PATROL,
        IDLE
    }

    Flight {
        tickets = List.copyOf(tickets);
    }

    Flight passed() {
        return new Flight(number, order, origin, at, tickets, true, rolling);
    }

    Flight with(List<Long> more) {
        return new Flight(
                number,
                order,
                origin,
                at,
                Stream.concat(tickets.stream(), more.stream()).toList(),
                overtaken,
                rolling);
    }
}
