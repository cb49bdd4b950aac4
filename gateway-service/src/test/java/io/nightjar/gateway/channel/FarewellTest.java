// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FarewellTest {
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private final Farewell farewell = new Farewell(() -> settled);
    private final AtomicInteger left = new AtomicInteger();
    private final Farewell.Leaver page = () -> {
        left.incrementAndGet();
        return CompletableFuture.completedFuture(null);
    };

    @Test
    void itEndsWhenEverybodyWasToldAndNotBefore() throws Exception {
        farewell.opened(page);
        var end = CompletableFuture.runAsync(() -> farewell.end(new ShutdownEvent()));
        settled.completeOnTimeout(null, 50, TimeUnit.MILLISECONDS);
        end.get(15, TimeUnit.SECONDS);
        assertThat(settled).isCompleted();
        assertThat(left).hasValue(1);
    }

    @Test
    void aPageThatOpensMeanwhileMovesNothing() {
        settled.complete(null);
        farewell.end(new ShutdownEvent());
        farewell.opened(page);
        assertThat(left).hasValue(1);
    }

    @Test
    void aPageThatIsGoneIsNotWaitedFor() {
        settled.complete(null);
        farewell.opened(page);
        farewell.closed(page);
        farewell.end(new ShutdownEvent());
        assertThat(left).hasValue(0);
    }

    @Test
    void nobodyIsWaitedForEndlessly() {
        farewell.opened(CompletableFuture::new);
        long began = System.nanoTime();
        farewell.end(new ShutdownEvent());
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(15));
    }
}
