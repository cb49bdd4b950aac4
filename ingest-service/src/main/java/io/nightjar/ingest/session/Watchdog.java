// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Ends work that takes too long. */
public final class Watchdog {

    private Watchdog() {}

    /**
     * What the work gives.
     *
     * @param end makes the work fail; called on another thread, must return at once
     */
    public static <T> T within(Duration patience, Runnable end, Supplier<T> work) {
        var bite = CompletableFuture.runAsync(
                end, CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return work.get();
        } finally {
            bite.cancel(false);
        }
    }
}
