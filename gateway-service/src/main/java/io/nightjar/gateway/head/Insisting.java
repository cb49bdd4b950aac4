// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.head;

import io.nightjar.kit.InternalClient;
import io.nightjar.kit.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A call that is made again while nobody answers it, for a few seconds. It goes on although the one who wanted to know its
 * outcome has left.
 */
final class Insisting {
    private static final Duration ENOUGH = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 400;

    private final Supplier<Uni<InternalClient.Answer>> call;
    private final BooleanSupplier wanted;
    private final Vertx vertx;
    private final long began = System.nanoTime();
    private final CompletableFuture<InternalClient.Answer> outcome = new CompletableFuture<>();

    Insisting(Supplier<Uni<InternalClient.Answer>> call, BooleanSupplier wanted, Vertx vertx) {
        this.call = call;
        this.wanted = wanted;
        this.vertx = vertx;
    }

    CompletionStage<InternalClient.Answer> begin() {
        attempt(FIRST_PAUSE_MILLIS);
        // A copy: whoever cancels it does not end this.
        return outcome.copy();
    }

    private void attempt(long pause) {
        call.get().subscribe().with(outcome::complete, failure -> failed(failure, pause));
    }

    private void failed(Throwable failure, long pause) {
        long spent = System.nanoTime() - began + Duration.ofMillis(pause).toNanos();
        if (isUnheard(failure) && spent < ENOUGH.toNanos() && wanted.getAsBoolean()) {
            vertx.setTimer(pause, timer -> attempt(Math.min(2 * pause, LONGEST_PAUSE_MILLIS)));
        } else {
            outcome.completeExceptionally(failure);
        }
    }

    /** Nobody took it; a camera that does not obey is insisted upon by the process that moves it. */
    private static boolean isUnheard(Throwable failure) {
        return !(failure instanceof Problem problem)
                || switch (problem.kind()) {
                    case UNAVAILABLE, TIMEOUT, INTERNAL -> true;
                    default -> false;
                };
    }
}
