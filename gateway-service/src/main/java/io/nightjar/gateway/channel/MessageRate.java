// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many messages a page may send; far more than a page of ours does. */
final class MessageRate {
    static final int PER_SECOND = 50;

    private static final double NANOS_EACH = (double) TimeUnit.SECONDS.toNanos(1) / PER_SECOND;

    private final LongSupplier nanos;
    private double left = PER_SECOND;
    private long counted;

    MessageRate(LongSupplier nanos) {
        this.nanos = nanos;
        this.counted = nanos.getAsLong();
    }

    /** Counts one message; false when it is one too many. */
    boolean allows() {
        long now = nanos.getAsLong();
        left = Math.min(PER_SECOND, left + (now - counted) / NANOS_EACH);
        counted = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
