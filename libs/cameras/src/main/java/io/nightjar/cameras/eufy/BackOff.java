// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

import java.time.Duration;

/** Pauses that double up to the longest. Safe for many threads. */
final class BackOff {

    private final Duration shortest;
    private final Duration longest;
    private Duration next;

    BackOff(Duration shortest, Duration longest) {
        this.shortest = shortest;
        this.longest = longest;
        this.next = shortest;
    }

    synchronized Duration next() {
        var now = next;
        var doubled = now.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
        return now;
    }

    synchronized void over() {
        next = shortest;
    }
}
