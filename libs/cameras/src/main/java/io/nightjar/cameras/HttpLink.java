// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.rtsp.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** One connection to a camera's web service. Closed by an interrupt of the thread that reads it. */
final class HttpLink implements AutoCloseable {

    static final int LONGEST_HEAD = 64 * 1024;

    private final LinkKey key;
    private final Socket plain;
    private final Socket socket;
    private final TimedInput timed;
    private final HttpInput input;
    private Challenged challenged = new Challenged();
    private boolean lasting;

    private HttpLink(LinkKey key, Socket plain, Socket socket, Deadline deadline) throws IOException {
        this.key = key;
        this.plain = plain;
        this.socket = socket;
        this.timed = new TimedInput(socket, deadline);
        this.input = new HttpInput(timed);
    }

    static HttpLink open(LinkKey key, Deadline deadline) throws IOException {
        // A channel's socket is closed by an interrupt, a plain one is not.
        var plain = SocketChannel.open().socket();
        try {
            plain.connect(key.address(), deadline.left());
            plain.setSoTimeout(deadline.left());
            plain.setTcpNoDelay(true);
            var socket =
                    key.tls() ? CameraTls.over(plain, key.host(), key.address().getPort(), key.certificate()) : plain;
            return new HttpLink(key, plain, socket, deadline);
        } catch (IOException | RuntimeException failure) {
            plain.close();
            throw failure;
        }
    }

    HttpExchange ask(HttpAsk ask, HttpTarget target, Optional<String> authorization, boolean last, Deadline deadline)
            throws IOException {
        timed.until(deadline);
        lasting = !last;
        socket.getOutputStream().write(request(ask, target, authorization, last));
        while (true) {
            int status = status(input.line());
            var headers = input.headers();
            if (status >= 200) {
                var body = HttpBody.of(ask.method(), status, headers, input);
                return new HttpExchange(this, status, headers, body);
            }
        }
    }

    LinkKey key() {
        return key;
    }

    /** What the camera last asked for here. */
    Challenged challenged() {
        return challenged;
    }

    void challenged(Challenged elsewhere) {
        challenged = elsewhere;
    }

    /** The camera was asked to keep it open after the last answer. */
    boolean lasting() {
        return lasting;
    }

    /** Neither closed nor sent anything unasked; to be called while nobody uses it. */
    boolean isQuiet() {
        var channel = plain.getChannel();
        try {
            channel.configureBlocking(false);
            int unasked = channel.read(ByteBuffer.allocate(1));
            channel.configureBlocking(true);
            return unasked == 0;
        } catch (IOException broken) {
            return false;
        }
    }

    void until(Deadline deadline) {
        timed.until(deadline);
    }

    void patience(Duration perRead) {
        timed.each(perRead);
    }

    /** The plain socket first: closing TLS politely could wait for a reader in another thread. */
    @Override
    public void close() {
        try {
            plain.close();
            socket.close();
        } catch (IOException alreadyGone) {
            // The camera broke it first: whoever was reading has been told.
        }
    }

    private static byte[] request(HttpAsk ask, HttpTarget target, Optional<String> authorization, boolean last) {
        var headers = ask.headers()
                .with("Host", target.hostHeader())
                .with("User-Agent", "Nightjar")
                .with("Connection", last ? "close" : "keep-alive");
        if (ask.headers().get("Accept").isEmpty()) {
            headers = headers.with("Accept", "*/*");
        }
        if (ask.body().length > 0 || !ask.method().equals("GET")) {
            headers = headers.with("Content-Length", String.valueOf(ask.body().length));
        }
        if (authorization.isPresent()) {
            headers = headers.with("Authorization", authorization.get());
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head(ask.method() + " " + target.path() + " HTTP/1.1", headers));
        bytes.writeBytes(ask.body());
        return bytes.toByteArray();
    }

    private static byte[] head(String requestLine, Headers headers) {
        var text = new StringBuilder(requestLine).append("\r\n");
        headers.lines().forEach(line -> text.append(line.name())
                .append(": ")
                .append(line.value().replaceAll("[\r\n]", ""))
                .append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int status(String line) throws IOException {
        var words = line.split(" +", 3);
        try {
            if (words[0].startsWith("HTTP/")) {
                return Integer.parseInt(words[1]);
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException malformed) {
            throw new GarbledAnswer("A status line has no status", malformed);
        }
        throw new GarbledAnswer("A status line is missing", null);
    }
}
