// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Transport;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The RTSP server of one camera, on loopback. Its methods wait: never call them on an event loop. */
final class CameraServer implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    private static final Logger LOG = Logger.getLogger(CameraServer.class);
    private static final long PATIENCE_SECONDS = 10;

    /**
     * What a camera is.
     *
     * @param feeds by the path of their stream
     */
    record Setup(
            String name,
            int port,
            @Nullable Credentials credentials,
            Set<Transport> transports,
            int maxSessions,
            Map<String, Feed> feeds) {}

    private final Setup setup;
    private final Behaviour behaviour;
    private final Vertx vertx;
    private final Context context;
    private final UdpPorts udp;
    private final Set<CameraConnection> connections = new HashSet<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private @Nullable NetServer server;
    private int port;

    private CameraServer(Setup setup, Behaviour behaviour, Vertx vertx, UdpPorts udp) {
        this.setup = setup;
        this.behaviour = behaviour;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.udp = udp;
        this.port = setup.port();
    }

    static CameraServer start(Setup setup, Behaviour behaviour, Vertx vertx) {
        var udp = await(UdpPorts.open(vertx, HOST));
        var camera = new CameraServer(setup, behaviour, vertx, udp);
        try {
            camera.listen();
        } catch (RuntimeException failure) {
            await(udp.close());
            throw failure;
        }
        LOG.infof("camera is up camera=%s port=%d", setup.name(), camera.port);
        return camera;
    }

    int port() {
        return port;
    }

    int connectionsOpened() {
        return opened.get();
    }

    int connectionsOpen() {
        return open.get();
    }

    /** Accepts connections; does nothing while it already does. */
    synchronized void listen() {
        if (server == null) {
            server = await(onContext(
                    () -> vertx.createNetServer().connectHandler(this::accept).listen(port, HOST)));
            port = server.actualPort();
        }
    }

    /** Closes the port and every connection. */
    synchronized void refuse() {
        var listening = server;
        server = null;
        if (listening != null) {
            await(listening.close());
        }
        drop();
    }

    void drop() {
        await(onContext(() -> Future.join(
                List.copyOf(connections).stream().map(CameraConnection::close).toList())));
    }

    private void accept(NetSocket socket) {
        opened.incrementAndGet();
        open.incrementAndGet();
        var connection = new CameraConnection(socket, setup, behaviour, udp, vertx, this::hasRoom);
        connections.add(connection);
        socket.closeHandler(closed -> {
            open.decrementAndGet();
            connections.remove(connection);
            connection.ended();
        });
    }

    private boolean hasRoom() {
        return connections.stream().filter(CameraConnection::hasSession).count() < setup.maxSessions();
    }

    private <T> Future<T> onContext(Supplier<Future<T>> task) {
        return Future.future(
                promise -> context.runOnContext(ignored -> task.get().onComplete(promise)));
    }

    static <T> T await(Future<T> future) {
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

    @Override
    public void close() {
        refuse();
        await(udp.close());
        LOG.infof("camera is down camera=%s", setup.name());
    }
}
