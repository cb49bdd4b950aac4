// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures what the camera was told: from the request's arrival for those who wait for the answer, and from when it was
 * sent where nobody does. Used by the head's thread alone.
 */
final class Measures {

    private final CommandMetrics metrics;
    private final Map<Long, Sent> sent = new HashMap<>();

    /** An order on its way. */
    private record Sent(Order order, Instant at) {}

    Measures(CommandMetrics metrics) {
        this.metrics = metrics;
    }

    void sent(long number, Order order, Instant at) {
        sent.put(number, new Sent(order, at));
    }

    /** Somebody's wait is over; whether the camera ended it. */
    boolean answered(Tickets.@Nullable Ticket ticket, Reply reply, Instant at, String driver) {
        boolean byCamera = reply instanceof Reply.Failed || (reply instanceof Reply.Done(var told) && told);
        if (ticket == null || !byCamera) {
            return false;
        }
        var failure = reply instanceof Reply.Failed(var why) ? why : null;
        metrics.answered(driver, ticket.command(), failure, Duration.between(ticket.arrived(), at));
        return true;
    }

    /** @param measured by somebody who waited for it */
    void done(HeadEvent.Answered event, boolean measured, String driver) {
        var order = sent.remove(event.order());
        if (order != null && !measured) {
            var took = Duration.between(order.at(), event.at());
            metrics.answered(driver, order.order().command(), event.failure(), took);
        }
    }
}
