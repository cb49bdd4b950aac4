// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;

/** What is left of the time for an order that takes several requests. Measured by the monotonic clock, since waits are. */
public record TimeLeft(long untilNanos) {

    public static TimeLeft of(Duration timeout) {
        return new TimeLeft(System.nanoTime() + timeout.toNanos());
    }

    /** Fails with TIMEOUT once none is left. */
    public Duration left() {
        long nanos = untilNanos - System.nanoTime();
        if (nanos <= 0) {
            throw new CameraFailure(ErrorKind.TIMEOUT, "The camera did not answer in time.");
        }
        return Duration.ofNanos(nanos);
    }
}
