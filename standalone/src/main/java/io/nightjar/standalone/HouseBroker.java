// SPDX-License-Identifier: Apache-2.0
package io.nightjar.standalone;

import io.nightjar.broker.EmbeddedBroker;
import io.quarkus.arc.Arc;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * The broker of a house without one. It starts beside the services, which do not wait for it, and is closed after
 * them: closed before its clients, the next start would be slow.
 */
final class HouseBroker {

    private static final Logger LOG = Logger.getLogger(HouseBroker.class);
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(3);

    private HouseBroker() {}

    static void startIfWanted() {
        if (!Boolean.getBoolean("nightjar.standalone.broker")) {
            return;
        }
        var home = Path.of(System.getProperty("nightjar.home"));
        var bootstrap = System.getProperty("nightjar.kafka.bootstrap");
        int port = Integer.parseInt(bootstrap.substring(bootstrap.lastIndexOf(':') + 1));
        var broker = CompletableFuture.supplyAsync(
                () -> EmbeddedBroker.start(home.resolve("kafka"), port),
                task -> Thread.ofPlatform().name("broker-start").start(task));
        var unused = broker.whenComplete((started, failure) -> {
            if (failure != null) {
                LOG.error("The broker could not start; video goes on, events wait", failure);
            }
        });
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("broker-stop").unstarted(() -> closeLast(broker)));
    }

    private static void closeLast(CompletableFuture<EmbeddedBroker> broker) {
        long deadline = System.nanoTime() + LONGEST_WAIT;
        // Quarkus stops in a hook of its own, and hooks have no order.
        while (Arc.container() != null && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        broker.thenAccept(EmbeddedBroker::close)
                .orTimeout(2, TimeUnit.SECONDS)
                .exceptionally(failure -> null)
                .join();
    }
}
