// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits for what an event loop does. Never use it on an event loop. */
public final class Waiting {

    private static final long PATIENCE_SECONDS = 10;

    private Waiting() {}

    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new CompletionException(failure.getCause());
        } catch (TimeoutException failure) {
            throw new CompletionException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interrupted);
        }
    }

    public static <T> T on(Context context, Supplier<Future<T>> task) {
        return await(Future.future(
                promise -> context.runOnContext(ignored -> task.get().onComplete(promise))));
    }
}
