// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import io.nightjar.simulators.Door;
import io.nightjar.simulators.Waiting;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The RTSP server of one camera, on loopback. Its methods wait: never call them on an event loop. */
public final class CameraServer implements Door {

    private static final Logger LOG = Logger.getLogger(CameraServer.class);

    private final RtspSetup setup;
    private final Behaviour behaviour;
    private final Vertx vertx;
    private final Context context;
    private final UdpPorts udp;
    private final Set<CameraConnection> connections = new HashSet<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private @Nullable NetServer server;
    private int port;

    private CameraServer(RtspSetup setup, Behaviour behaviour, Vertx vertx, UdpPorts udp) {
        this.setup = setup;
        this.behaviour = behaviour;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.udp = udp;
        this.port = setup.port();
    }

    public static CameraServer start(RtspSetup setup, Behaviour behaviour, Vertx vertx) {
        var udp = Waiting.await(UdpPorts.open(vertx, HOST));
        var camera = new CameraServer(setup, behaviour, vertx, udp);
        try {
            camera.listen();
        } catch (RuntimeException failure) {
            Waiting.await(udp.close());
            throw failure;
        }
        LOG.infof("camera is up camera=%s port=%d", setup.name(), camera.port);
        return camera;
    }

    @Override
    public int port() {
        return port;
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
    public synchronized void listen() {
        if (server == null) {
            server = Waiting.on(context, () -> vertx.createNetServer(options())
                    .connectHandler(this::accept)
                    .listen(port, HOST));
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
                        .map(CameraConnection::close)
                        .toList()));
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

    private NetServerOptions options() {
        var options = new NetServerOptions();
        var certificate = setup.certificate();
        return certificate == null ? options : options.setSsl(true).setKeyCertOptions(certificate);
    }

    @Override
    public void close() {
        refuse();
        Waiting.await(udp.close());
        LOG.infof("camera is down camera=%s", setup.name());
    }
}
