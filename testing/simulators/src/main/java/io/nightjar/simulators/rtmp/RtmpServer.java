// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtmp;

import io.nightjar.simulators.Door;
import io.nightjar.simulators.Waiting;
import io.nightjar.simulators.rtsp.Behaviour;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A device's RTMP server: plays live H.264 to whoever finds a stream. */
public final class RtmpServer implements Door {

    private final RtmpStreams streams;
    private final Behaviour behaviour;
    private final Vertx vertx;
    private final Context context;
    private final Set<RtmpConnection> connections = new HashSet<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private @Nullable NetServer server;
    private int port;

    private RtmpServer(RtmpStreams streams, Behaviour behaviour, Vertx vertx) {
        this.streams = streams;
        this.behaviour = behaviour;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
    }

    /** Opens on any free port. */
    public static RtmpServer open(RtmpStreams streams, Behaviour behaviour, Vertx vertx) {
        var server = new RtmpServer(streams, behaviour, vertx);
        server.listen();
        return server;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public synchronized void listen() {
        if (server == null) {
            server = Waiting.on(
                    context,
                    () -> vertx.createNetServer().connectHandler(this::accept).listen(port, HOST));
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
                        .map(RtmpConnection::close)
                        .toList()));
    }

    private void accept(NetSocket socket) {
        opened.incrementAndGet();
        open.incrementAndGet();
        var connection = new RtmpConnection(socket, streams, behaviour, vertx);
        connections.add(connection);
        socket.closeHandler(closed -> {
            open.decrementAndGet();
            connections.remove(connection);
            connection.ended();
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
    public void close() {
        refuse();
    }
}
