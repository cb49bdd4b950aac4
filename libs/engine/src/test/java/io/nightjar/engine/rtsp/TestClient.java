// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.rtsp.RtspItem;
import io.nightjar.rtsp.RtspParser;
import io.nightjar.rtsp.RtspRequest;
import io.nightjar.rtsp.RtspResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A client that says exactly what a test wants it to say. */
final class TestClient implements AutoCloseable {

    private final Socket socket = new Socket();
    private final RtspParser parser = new RtspParser();
    private final Deque<RtspItem> items = new ArrayDeque<>();
    private final byte[] chunk = new byte[16 << 10];
    private int cseq;

    @Nullable
    String session;

    TestClient(int port) {
        try {
            // Small, so that a client that does not read is soon a slow one.
            socket.setReceiveBufferSize(16 << 10);
            socket.setSoTimeout(30_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    RtspRequest request(String method, String uri) {
        var request = RtspRequest.of(method, uri, ++cseq);
        return session == null ? request : request.with("Session", session);
    }

    RtspResponse send(RtspRequest request) {
        write(request.toBytes());
        var response = (RtspResponse) next(RtspResponse.class);
        response.session().ifPresent(id -> session = id);
        return response;
    }

    RtspResponse setup(String uri, String transport) {
        return send(request("SETUP", uri).with("Transport", transport));
    }

    void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The next packet, copied. */
    RtspItem.Interleaved packet() {
        return (RtspItem.Interleaved) next(RtspItem.Interleaved.class);
    }

    boolean closedByServer() {
        try {
            int count = socket.getInputStream().read(chunk);
            while (count >= 0) {
                count = socket.getInputStream().read(chunk);
            }
            return true;
        } catch (java.net.SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private RtspItem next(Class<? extends RtspItem> kind) {
        while (true) {
            var item = items.stream().filter(kind::isInstance).findFirst();
            if (item.isPresent()) {
                items.remove(item.get());
                return item.get();
            }
            read();
        }
    }

    private void read() {
        try {
            int count = socket.getInputStream().read(chunk);
            if (count < 0) {
                throw new AssertionError("The server closed the connection");
            }
            parser.feed(Arrays.copyOf(chunk, count), this::keep);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void keep(RtspItem item) {
        if (item instanceof RtspItem.Interleaved packet) {
            var copy = ByteBuffer.allocate(packet.payload().remaining())
                    .put(packet.payload())
                    .flip();
            items.add(new RtspItem.Interleaved(packet.channel(), copy));
        } else {
            items.add(item);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
