// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the internal door and sets the guard before it, ahead of everything a service does at its start. */
@Singleton
final class KitStart {

    private static final int BEFORE_SERVICES = 100;
    private static final int BEFORE_ROUTES = 10_000;

    private final KitConfig config;
    private final int httpPort;
    private final InternalListener listener;
    private final InternalGuard guard;

    KitStart(
            KitConfig config,
            @ConfigProperty(name = "quarkus.http.port") int httpPort,
            Vertx vertx,
            ServiceInfo info,
            ServiceToken token) {
        this.config = config;
        this.httpPort = httpPort;
        this.listener = new InternalListener(vertx, info, VertxHttpRecorder::getRootHandler);
        this.guard = new InternalGuard(listener::port, token);
    }

    void guard(@Observes Filters filters) {
        filters.register(guard::handle, BEFORE_ROUTES);
    }

    void start(@Observes @Priority(BEFORE_SERVICES) StartupEvent event) {
        listener.open(config.internal().port(), httpPort);
        if (config.parentWatch()) {
            ParentWatch.start(System.in, () -> Quarkus.asyncExit(0));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        listener.close();
    }
}
