// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.contracts.camera.CameraId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Those who have an order for a head of which nobody knows yet whose it is, as for a while after the start. They wait on no
 * thread and not for long, and each camera's get it in the order in which they came: no stop overtakes its move.
 */
final class Undecided {

    private static final Duration MOST = Duration.ofSeconds(2);

    private final Function<CameraId, Optional<Head>> ours;
    private final Predicate<CameraId> elsewhere;
    private final Function<CameraId, RuntimeException> refusal;
    private final ScheduledExecutorService timer;
    private final List<Wish> wishes = new ArrayList<>();
    private boolean closed;

    private record Wish(CameraId camera, CompletableFuture<Head> head) {}

    /**
     * @param ours gives the head where it is this process's
     * @param elsewhere whether it is known to be another's
     * @param refusal says why there is none
     */
    Undecided(
            Function<CameraId, Optional<Head>> ours,
            Predicate<CameraId> elsewhere,
            Function<CameraId, RuntimeException> refusal,
            ScheduledExecutorService timer) {
        this.ours = ours;
        this.elsewhere = elsewhere;
        this.refusal = refusal;
        this.timer = timer;
    }

    CompletableFuture<Head> head(CameraId camera) {
        var wish = new Wish(camera, new CompletableFuture<>());
        synchronized (this) {
            var head = isAwaited(camera) ? Optional.<Head>empty() : ours.apply(camera);
            if (head.isPresent()) {
                return CompletableFuture.completedFuture(head.get());
            }
            if (!closed && !elsewhere.test(camera) && willGiveUp(wish)) {
                wishes.add(wish);
                return wish.head();
            }
        }
        refuse(wish);
        return wish.head();
    }

    /** Whose heads are whose has changed. */
    synchronized void lookAgain() {
        for (var wish : List.copyOf(wishes)) {
            ours.apply(wish.camera()).ifPresent(head -> {
                wishes.remove(wish);
                // Whoever waited gives the order here, which waits for nothing: before anybody who comes later.
                wish.head().complete(head);
            });
        }
    }

    private boolean isAwaited(CameraId camera) {
        return wishes.stream().anyMatch(wish -> wish.camera().equals(camera));
    }

    /** Nobody waits any more. */
    void close() {
        List<Wish> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(wishes);
            wishes.clear();
        }
        left.forEach(this::refuse);
    }

    private boolean willGiveUp(Wish wish) {
        try {
            var unused = timer.schedule(() -> giveUp(wish), MOST.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (RejectedExecutionException ending) {
            return false;
        }
    }

    private void giveUp(Wish wish) {
        synchronized (this) {
            if (!wishes.remove(wish)) {
                return;
            }
        }
        refuse(wish);
    }

    private void refuse(Wish wish) {
        wish.head().completeExceptionally(refusal.apply(wish.camera()));
    }
}
