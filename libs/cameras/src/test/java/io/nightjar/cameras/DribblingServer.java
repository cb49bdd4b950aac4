// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers at once, and then sends one byte at a time for ever. */
final class DribblingServer implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Duration pause;

    DribblingServer(Duration pause) throws IOException {
        this.pause = pause;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        try (var socket = server.accept()) {
            var output = socket.getOutputStream();
            output.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                output.write('x');
            }
        } catch (IOException gone) {
            // the client had enough, as it should
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }
}
