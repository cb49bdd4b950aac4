// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.time.Duration;

/** Holds packets back until the time they bear has come, counted from the first. */
final class Pace {

    /** A consumer that was away this long goes on from where it is: nothing rushes past it to catch up. */
    private static final long LOST_NANOS = 1_000_000_000;
    /** Longer pauses are breaks in the times, not in the pictures. */
    private static final long LONGEST_NANOS = 10_000_000_000L;

    private final Interrupt interrupt;
    private boolean begun;
    private long zero;

    Pace(Interrupt interrupt) {
        this.interrupt = interrupt;
    }

    void await(Packet packet) {
        long now = System.nanoTime();
        long due = packet.dtsMicros() * 1_000;
        long wait = zero + due - now;
        if (!begun || wait < -LOST_NANOS || wait > LONGEST_NANOS) {
            begun = true;
            zero = now - due;
        } else if (wait > 0) {
            interrupt.pause(Duration.ofNanos(wait));
        }
    }
}
