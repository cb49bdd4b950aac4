// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import java.util.List;

/** A motion that waits until the one before it was answered; a newer one takes its place. */
record Wanted(Order.Motion motion, Flight.Origin origin, List<Long> tickets) {

    Wanted {
        tickets = List.copyOf(tickets);
    }
}
