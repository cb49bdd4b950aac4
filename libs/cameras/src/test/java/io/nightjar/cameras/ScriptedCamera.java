// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.rtsp.RtspItem;
import io.nightjar.rtsp.RtspParser;
import io.nightjar.rtsp.RtspRequest;
import io.nightjar.rtsp.RtspResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A real socket that answers each request as a test says; null closes the connection, {@link #SILENCE} says nothing. */
final class ScriptedCamera implements AutoCloseable {

    static final RtspResponse SILENCE = RtspResponse.to(RtspRequest.of("NONE", "*", 0), 408);

    private final ServerSocket server;
    private final Function<RtspRequest, @Nullable RtspResponse> script;

    ScriptedCamera(Function<RtspRequest, @Nullable RtspResponse> script) throws IOException {
        this.script = script;
        server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        var parser = new RtspParser();
        var buffer = new byte[4096];
        try (socket) {
            for (int read = socket.getInputStream().read(buffer);
                    read > 0;
                    read = socket.getInputStream().read(buffer)) {
                List<RtspItem> items = new ArrayList<>();
                parser.feed(ByteBuffer.wrap(buffer, 0, read), items::add);
                for (var item : items) {
                    var answer = script.apply((RtspRequest) item);
                    if (answer == null) {
                        return;
                    }
                    if (answer != SILENCE) {
                        socket.getOutputStream().write(answer.toBytes());
                    }
                }
            }
        } catch (IOException gone) {
            // the client left: the test looks at what the client saw
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
