// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** Sends what a test says to whoever connects, and then says nothing more without hanging up. */
final class SilentAfter implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private volatile @Nullable Socket client;

    SilentAfter(byte[] words) throws IOException {
        Thread.ofVirtual().start(() -> {
            try {
                var socket = server.accept();
                client = socket;
                socket.getOutputStream().write(words);
            } catch (IOException closed) {
                // the test is over
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        var connected = client;
        if (connected != null) {
            connected.close();
        }
    }
}
