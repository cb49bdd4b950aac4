// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.rtsp.ResponseReader;
import io.nightjar.rtsp.RtspRequest;
import io.nightjar.rtsp.RtspResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** One short RTSP conversation over TCP, every wait of which ends at the deadline. */
final class RtspLink implements AutoCloseable {

    private final Socket socket;
    private final Deadline deadline;
    private final ResponseReader answers = new ResponseReader();
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
        return answers.answer(cseq, this::read);
    }

    private int read(byte[] target) throws IOException {
        socket.setSoTimeout(deadline.left());
        return socket.getInputStream().read(target);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
