// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.choice;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.ptz.driver.PtzDriver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Stops a head in every language that may have moved it, side by side: one that hangs holds up no other. */
final class StopAll {

    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("stop").start(task);

    private StopAll() {}

    /**
     * Returns once the language of the newest move has confirmed, or any other where that one fails: there is only one head.
     *
     * @param movers the newest first; at least one
     * @param others to be tried when none of them answers
     */
    static void stop(List<PtzDriver> movers, List<PtzDriver> others) {
        var stops = movers.stream()
                .map(driver -> CompletableFuture.runAsync(driver::stop, THREADS))
                .toList();
        var failures = new ArrayList<CameraFailure>();
        for (var stop : stops) {
            if (succeeds(stop, failures)) {
                return;
            }
        }
        var first = failures.getFirst();
        // To stop the head matters more than to be sure about its language.
        if (Fallback.languageGone(first, Integer.MAX_VALUE)) {
            for (var other : others) {
                if (succeeds(CompletableFuture.runAsync(other::stop, THREADS), failures)) {
                    return;
                }
            }
        }
        throw first;
    }

    private static boolean succeeds(CompletableFuture<Void> stop, List<CameraFailure> failures) {
        try {
            stop.join();
            return true;
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof CameraFailure cause) {
                failures.add(cause);
                return false;
            }
            throw failure;
        }
    }
}
