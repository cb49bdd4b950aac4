// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.http;

import io.nightjar.simulators.Door;
import io.nightjar.simulators.Waiting;
import io.nightjar.simulators.rtsp.Behaviour;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A device's HTTP server. It answers late or not at all when the device is told to. */
public final class HttpDoor implements Door {

    private static final Logger LOG = Logger.getLogger(HttpDoor.class);

    private final String name;
    private final Pages pages;
    private final Behaviour behaviour;
    private final Vertx vertx;
    private final Context context;
    private final HttpServerOptions options;
    private final Set<HttpConnection> connections = new HashSet<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong answering = new AtomicLong();
    private @Nullable HttpServer server;
    private int port;

    private HttpDoor(String name, Pages pages, Behaviour behaviour, Vertx vertx, @Nullable PfxOptions certificate) {
        this.name = name;
        this.pages = pages;
        this.behaviour = behaviour;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        // Cameras know no HTTP/2.
        this.options = new HttpServerOptions()
                .setHost(HOST)
                .setHttp2ClearTextEnabled(false)
                .setUseAlpn(false);
        if (certificate != null) {
            options.setSsl(true).setKeyCertOptions(certificate);
        }
    }

    /** Opens a door on any free port; with a certificate it speaks HTTPS. */
    public static HttpDoor open(
            String name, Pages pages, Behaviour behaviour, Vertx vertx, @Nullable PfxOptions certificate) {
        var door = new HttpDoor(name, pages, behaviour, vertx, certificate);
        door.listen();
        LOG.infof(
                "device answers device=%s scheme=%s port=%d", name, certificate == null ? "http" : "https", door.port);
        return door;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public synchronized void listen() {
        if (server == null) {
            server = Waiting.on(context, () -> vertx.createHttpServer(options)
                    .connectionHandler(this::accepted)
                    .requestHandler(this::asked)
                    .listen(port));
            port = server.actualPort();
        }
    }

    @Override
    public synchronized void refuse() {
        var listening = server;
        server = null;
        if (listening != null) {
            Waiting.await(listening.close());
        }
        drop();
    }

    @Override
    public void drop() {
        Waiting.on(
                context,
                () -> Future.join(List.copyOf(connections).stream()
                        .map(HttpConnection::close)
                        .toList()));
    }

    private void accepted(HttpConnection connection) {
        opened.incrementAndGet();
        open.incrementAndGet();
        connections.add(connection);
        connection.closeHandler(closed -> {
            open.decrementAndGet();
            connections.remove(connection);
        });
    }

    private void asked(HttpServerRequest request) {
        requests.incrementAndGet();
        long begun = System.nanoTime();
        request.response().bodyEndHandler(answered -> answering.addAndGet(System.nanoTime() - begun));
        request.exceptionHandler(
                failure -> LOG.debugf("request ended early device=%s cause=%s", name, failure.getMessage()));
        request.body().onSuccess(body -> {
            var delay = behaviour.answerDelay();
            if (behaviour.silent()) {
                LOG.debugf("left a request unanswered device=%s", name);
            } else if (delay.isZero()) {
                pages.answer(request, body);
            } else {
                vertx.setTimer(delay.toMillis(), late -> pages.answer(request, body));
            }
        });
    }

    @Override
    public int connectionsOpened() {
        return opened.get();
    }

    @Override
    public int connectionsOpen() {
        return open.get();
    }

    @Override
    public Duration answering() {
        return Duration.ofNanos(answering.get());
    }

    /** Requests since the start. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        refuse();
    }
}
