// SPDX-License-Identifier: Apache-2.0
package io.nightjar.house;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Looks again and again until something is there. */
public final class Until {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private Until() {}

    public static <T> T present(Duration patience, String what, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not there within " + patience + ": " + what);
            }
            pause();
        }
    }

    public static void isTrue(Duration patience, String what, Supplier<Boolean> look) {
        present(patience, what, () -> look.get() ? Optional.of(true) : Optional.empty());
    }

    private static void pause() {
        try {
            if (NEVER.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Never happens");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
