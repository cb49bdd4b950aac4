// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import io.vertx.core.Context;
import io.vertx.core.http.ServerWebSocket;
import org.jspecify.annotations.Nullable;

/** A page behind its socket. */
record SocketVoice(ServerWebSocket socket, Context loop) implements PageVoice {

    @Override
    public void say(String text) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(text);
        }
    }

    @Override
    public boolean isSlow() {
        return !socket.isClosed() && socket.writeQueueFull();
    }

    @Override
    public void run(Runnable handed) {
        loop.runOnContext(ready -> handed.run());
    }

    @Override
    public @Nullable String address() {
        var remote = socket.remoteAddress();
        return remote == null ? null : remote.hostAddress();
    }
}
