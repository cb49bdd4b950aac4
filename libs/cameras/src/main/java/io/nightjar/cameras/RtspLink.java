// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.rtsp.RtspItem;
import io.nightjar.rtsp.RtspParser;
import io.nightjar.rtsp.RtspRequest;
import io.nightjar.rtsp.RtspResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** One short RTSP conversation over TCP, every wait of which ends at the deadline. */
final class RtspLink implements AutoCloseable {

    private final Socket socket;
    private final Deadline deadline;
    private final RtspParser parser = new RtspParser();
    private final Queue<RtspItem> received = new ArrayDeque<>();
    private int cseq;

    private RtspLink(Socket socket, Deadline deadline) {
        this.socket = socket;
        this.deadline = deadline;
    }

    static RtspLink open(InetSocketAddress address, boolean tls, Deadline deadline) throws IOException {
        // A channel's socket is closed by an interrupt, a plain one is not.
        var plain = SocketChannel.open().socket();
        try {
            plain.connect(address, deadline.left());
            plain.setSoTimeout(deadline.left());
            return new RtspLink(tls ? CameraTls.over(plain, address) : plain, deadline);
        } catch (IOException | RuntimeException failure) {
            plain.close();
            throw failure;
        }
    }

    InetAddress remote() {
        return socket.getInetAddress();
    }

    RtspResponse describe(String uri, Optional<String> authorization) throws IOException {
        var request = RtspRequest.of("DESCRIBE", uri, ++cseq)
                .with("Accept", "application/sdp")
                .with("User-Agent", "Nightjar");
        var complete =
                authorization.map(value -> request.with("Authorization", value)).orElse(request);
        socket.getOutputStream().write(complete.toBytes());
        return response();
    }

    private RtspResponse response() throws IOException {
        var buffer = new byte[8192];
        while (true) {
            for (var item = received.poll(); item != null; item = received.poll()) {
                if (item instanceof RtspResponse response && response.cseq().orElse(cseq) == cseq) {
                    return response;
                }
            }
            socket.setSoTimeout(deadline.left());
            int length = socket.getInputStream().read(buffer);
            if (length < 0) {
                throw new EOFException("closed");
            }
            parser.feed(ByteBuffer.wrap(buffer, 0, length), received::add);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
