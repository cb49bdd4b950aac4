// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import io.nightjar.gateway.head.HeadCalls;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Lets go of every head that an open page moves before this process ends, and waits until that is known where heads are
 * moved: nothing is left to those who would notice by a silence.
 */
@Singleton
class Farewell {
    private static final Logger LOG = Logger.getLogger(Farewell.class);
    /** Heads that nobody could be told of stop by themselves. */
    private static final Duration MOST = Duration.ofSeconds(1);
    /** While everything else of this process still works, the heads of the same process among it. */
    private static final int FIRST = 100;

    /** A page that may move heads. */
    interface Leaver {
        /** It moves nothing any more; completes when that is under way. */
        CompletableFuture<Void> leave();
    }

    private final Supplier<CompletableFuture<Void>> settled;
    private final Set<Leaver> pages = ConcurrentHashMap.newKeySet();
    private volatile boolean ending;

    @Inject
    Farewell(HeadCalls calls) {
        this(calls::settled);
    }

    /** @param settled completes when all stops that are on their way have arrived */
    Farewell(Supplier<CompletableFuture<Void>> settled) {
        this.settled = settled;
    }

    void opened(Leaver page) {
        pages.add(page);
        if (ending) {
            var unused = page.leave();
        }
    }

    void closed(Leaver page) {
        pages.remove(page);
    }

    void end(@Observes @Priority(FIRST) ShutdownEvent event) {
        ending = true;
        letGo();
    }

    void letGo() {
        var left = CompletableFuture.allOf(pages.stream().map(Leaver::leave).toArray(CompletableFuture[]::new));
        // Those whose sockets closed just before are among the stops on their way.
        var told = left.thenCompose(done -> settled.get());
        try {
            told.get(MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            LOG.warn("Not every head could be told that this process ends; what moves stops by itself");
        } catch (ExecutionException failure) {
            LOG.debugf("A head could not be told that this process ends cause=%s", failure.getCause());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
