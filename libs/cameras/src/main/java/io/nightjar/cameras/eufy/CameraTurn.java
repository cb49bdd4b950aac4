// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The orders to one camera, one after the other. The bridge keeps what a sleeping camera does not answer and delivers all of
 * it later: were steps sent on, the head would go on turning long after it was let go of.
 */
final class CameraTurn {

    /** For as long the bridge itself waits for a camera; afterwards nobody knows what became of the order. */
    private static final Duration UNCONFIRMED = Duration.ofSeconds(30);

    private @Nullable Order last;

    /**
     * An order on its way.
     *
     * @param value what it asks for; an answer that names another belongs to somebody else's order
     * @param outcome completes when the camera has answered, or when that can no longer be expected
     */
    record Order(String command, @Nullable Integer value, CompletableFuture<JsonNode> outcome) {

        boolean isAnsweredBy(JsonNode result) {
            var named = result.path("customData").path("command").path("value");
            return command.equals(result.path("command").asText())
                    && (value == null || !named.isInt() || named.asInt() == value);
        }
    }

    /** Waits for the order before; empty when nobody wanted this one any more by then. */
    Optional<Order> begin(String command, @Nullable Integer value, BooleanSupplier wanted, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        while (wanted.getAsBoolean()) {
            var before = tryBegin(command, value);
            if (before.begun()) {
                return Optional.of(before.order());
            }
            await(before.order().outcome(), end - System.nanoTime());
        }
        return Optional.empty();
    }

    private record Attempt(boolean begun, Order order) {}

    private synchronized Attempt tryBegin(String command, @Nullable Integer value) {
        var before = last;
        if (before != null && !before.outcome().isDone()) {
            return new Attempt(false, before);
        }
        var outcome = new CompletableFuture<JsonNode>().orTimeout(UNCONFIRMED.toMillis(), TimeUnit.MILLISECONDS);
        var order = new Order(command, value, outcome);
        last = order;
        return new Attempt(true, order);
    }

    synchronized void answered(JsonNode result) {
        var order = last;
        if (order != null && order.isAnsweredBy(result)) {
            order.outcome().complete(result);
        }
    }

    synchronized void over(CameraFailure failure) {
        var order = last;
        if (order != null) {
            order.outcome().completeExceptionally(failure);
        }
    }

    private static void await(CompletableFuture<?> before, long nanos) {
        try {
            before.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            throw new CameraFailure(
                    ErrorKind.TIMEOUT,
                    "The Eufy camera has not answered the order before this one, which was therefore not sent.",
                    slow);
        } catch (ExecutionException | CompletionException over) {
            // However it ended, its turn is over.
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CameraFailure(ErrorKind.TIMEOUT, "Waiting for the Eufy camera was stopped.", stopped);
        }
    }
}
