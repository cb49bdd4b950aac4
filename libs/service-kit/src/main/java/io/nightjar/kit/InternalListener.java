// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The door for internal calls: a second listener on loopback before the same routes, or the HTTP port itself. */
final class InternalListener implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(InternalListener.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int SECONDS = 10;

    private final Vertx vertx;
    private final ServiceInfo info;
    private final Supplier<@Nullable Handler<HttpServerRequest>> routes;
    private volatile OptionalInt port = OptionalInt.empty();
    private @Nullable HttpServer server;

    /** @param routes what answers; absent while the process is starting */
    InternalListener(Vertx vertx, ServiceInfo info, Supplier<@Nullable Handler<HttpServerRequest>> routes) {
        this.vertx = vertx;
        this.info = info;
        this.routes = routes;
    }

    /** The port on which internal routes are answered, if any. */
    OptionalInt port() {
        return port;
    }

    void open(OptionalInt wanted, int httpPort) {
        if (wanted.isEmpty()) {
            return;
        }
        int answered = wanted.getAsInt() != 0 && wanted.getAsInt() == httpPort ? httpPort : listen(wanted.getAsInt());
        port = OptionalInt.of(answered);
        info.openedAt(answered);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }

    private int listen(int wanted) {
        var options = new HttpServerOptions()
                .setHost(LOOPBACK)
                .setPort(wanted)
                .setReuseAddress(true)
                .setMaxInitialLineLength(8192);
        var opened = vertx.createHttpServer(options).requestHandler(this::answer);
        try {
            opened.listen().toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            LOG.debugf(failure, "The internal listener did not open port=%d", wanted);
            throw new ConfigurationException("Port " + wanted + " on " + LOOPBACK
                    + " cannot be opened for internal calls, so this process cannot"
                    + " run; free it or choose another with nightjar.internal.port.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while opening the internal listener", interrupted);
        }
        server = opened;
        LOG.infof("Internal calls are answered port=%d", opened.actualPort());
        return opened.actualPort();
    }

    private void answer(HttpServerRequest request) {
        var handler = routes.get();
        if (handler == null) {
            request.response().setStatusCode(503).end();
        } else {
            handler.handle(request);
        }
    }
}
