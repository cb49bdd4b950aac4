// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;

/**
 * How long the next request may take; asked before each. Fails with TIMEOUT when there is no time left for one, and so keeps
 * it from being sent.
 */
public interface Patience {

    Duration left();

    static Patience perRequest(Duration each) {
        return () -> each;
    }

    /** One span for all requests together, from now on. */
    static Patience altogether(Duration total) {
        // Spans are measured by the monotonic clock.
        long end = System.nanoTime() + total.toNanos();
        return () -> {
            var left = Duration.ofNanos(end - System.nanoTime());
            if (left.toMillis() <= 0) {
                throw new CameraFailure(ErrorKind.TIMEOUT, "The camera took too long to answer over ONVIF.");
            }
            return left;
        };
    }
}
