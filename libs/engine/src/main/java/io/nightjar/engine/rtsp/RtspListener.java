// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import org.jspecify.annotations.Nullable;

/** Accepts connections on one event loop. */
final class RtspListener extends AbstractVerticle {

    private final RtspContext shared;
    private final int wantedPort;
    private @Nullable NetServer server;

    RtspListener(RtspContext shared, int wantedPort) {
        this.shared = shared;
        this.wantedPort = wantedPort;
    }

    @Override
    public void start(Promise<Void> started) {
        var options = new NetServerOptions()
                .setHost(shared.options().host())
                .setPort(wantedPort)
                .setTcpNoDelay(true)
                .setTcpKeepAlive(true);
        vertx.createNetServer(options)
                .connectHandler(socket -> new RtspConnection(shared, socket).start())
                .listen()
                .onSuccess(listening -> server = listening)
                .<Void>mapEmpty()
                .onComplete(started);
    }

    int port() {
        return server == null ? 0 : server.actualPort();
    }
}
