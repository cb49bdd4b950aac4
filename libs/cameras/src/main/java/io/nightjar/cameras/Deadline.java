// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** A point in time that several waits share. Measured by the monotonic clock, since waits are. */
record Deadline(long nanos) {

    static Deadline in(Duration timeout) {
        return new Deadline(System.nanoTime() + timeout.toNanos());
    }

    /** Milliseconds left, at least one; fails once none are. */
    int left() throws SocketTimeoutException {
        long left = (nanos - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("deadline");
        }
        return Math.toIntExact(Math.min(left, Integer.MAX_VALUE));
    }
}
