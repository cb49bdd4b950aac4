// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest;

import io.nightjar.rtsp.DigestServer;
import io.nightjar.rtsp.RtspAuth;
import io.nightjar.rtsp.RtspItem;
import io.nightjar.rtsp.RtspParser;
import io.nightjar.rtsp.RtspRequest;
import io.nightjar.rtsp.RtspResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A media plane for tests: takes RTSP publishers over TCP with digest, and remembers what each path received. */
public final class RtspSink implements AutoCloseable {

    public static final String USER = "ingest";
    public static final String PASSWORD = "canary-service-token";

    private final Map<String, Received> paths = new ConcurrentHashMap<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final int port;
    private @Nullable ServerSocket server;

    /** What came in on one path since the start. */
    public static final class Received {
        private final AtomicInteger publishers = new AtomicInteger();
        private final AtomicInteger sessions = new AtomicInteger();
        private volatile long packets;
        private volatile long newestRtp;
        private volatile @Nullable SenderReport report;
        private volatile String sdp = "";

        public int publishers() {
            return publishers.get();
        }

        /** Publications begun so far. */
        public int sessions() {
            return sessions.get();
        }

        public long packets() {
            return packets;
        }

        public long newestRtp() {
            return newestRtp;
        }

        /** What the newest publisher announced. */
        public String sdp() {
            return sdp;
        }

        public @Nullable SenderReport report() {
            return report;
        }
    }

    /** How RTP time maps to wall-clock time. */
    public record SenderReport(double wallSeconds, long rtp) {}

    private final boolean anybody;

    public RtspSink() throws IOException {
        this(false);
    }

    private RtspSink(boolean anybody) throws IOException {
        this.anybody = anybody;
        var first = listen(0);
        port = first.getLocalPort();
    }

    /** Takes every publisher, whatever it shows. */
    public static RtspSink open() throws IOException {
        return new RtspSink(true);
    }

    public String url() {
        return "rtsp://127.0.0.1:" + port;
    }

    public Received path(String path) {
        return paths.computeIfAbsent(path, unseen -> new Received());
    }

    /** Goes away: the port is closed and every publisher is cut off. */
    public synchronized void stop() throws IOException {
        if (server != null) {
            server.close();
        }
        for (var connection : connections) {
            connection.close();
        }
    }

    /** Comes back on the same port. */
    public synchronized void start() throws IOException {
        listen(port);
    }

    private ServerSocket listen(int wanted) throws IOException {
        var opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
        server = opened;
        Thread.ofVirtual().start(() -> accept(opened));
        return opened;
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                var socket = from.accept();
                connections.add(socket);
                if (from.isClosed()) {
                    socket.close();
                }
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        var connection = new Connection(socket);
        try (socket) {
            connection.run();
        } catch (IOException gone) {
            // the publisher left or was cut off: tests look at what arrived
        } finally {
            connections.remove(socket);
            connection.ended();
        }
    }

    private final class Connection {
        private final Socket socket;
        private final RtspParser parser = new RtspParser();
        private final DigestServer digest = DigestServer.withRandomNonce("sink");
        private @Nullable Received received;

        Connection(Socket socket) {
            this.socket = socket;
        }

        void run() throws IOException {
            var buffer = new byte[64 << 10];
            for (int read = socket.getInputStream().read(buffer);
                    read > 0;
                    read = socket.getInputStream().read(buffer)) {
                List<RtspResponse> answers = new ArrayList<>();
                parser.feed(ByteBuffer.wrap(buffer, 0, read), item -> {
                    switch (item) {
                        case RtspItem.Interleaved packet -> packet(packet);
                        case RtspRequest request -> answers.add(answer(request));
                        case RtspResponse response -> throw new IllegalStateException("A publisher does not respond");
                    }
                });
                for (var answer : answers) {
                    socket.getOutputStream().write(answer.toBytes());
                }
            }
        }

        void ended() {
            if (received != null) {
                received.publishers.decrementAndGet();
            }
        }

        private RtspResponse answer(RtspRequest request) {
            var ok = RtspResponse.to(request, 200);
            return switch (request.method()) {
                case "OPTIONS" -> ok.with("Public", "OPTIONS, ANNOUNCE, SETUP, RECORD, TEARDOWN");
                case "ANNOUNCE" -> {
                    if (!anybody && !knows(request)) {
                        yield digest.challenge(request, false);
                    }
                    path(pathOf(request)).sdp = request.body();
                    yield ok;
                }
                case "SETUP" ->
                    ok.with("Session", "1")
                            .with("Transport", request.header("Transport").orElseThrow());
                case "RECORD" -> {
                    var begun = path(pathOf(request));
                    received = begun;
                    begun.publishers.incrementAndGet();
                    begun.sessions.incrementAndGet();
                    yield ok.with("Session", "1");
                }
                default -> ok;
            };
        }

        private static String pathOf(RtspRequest request) {
            return URI.create(request.uri()).getPath().substring(1);
        }

        private boolean knows(RtspRequest request) {
            return RtspAuth.read(request) instanceof RtspAuth.Shown.Digest shown
                    && shown.username().equals(USER)
                    && digest.proves(shown, PASSWORD, request);
        }

        private void packet(RtspItem.Interleaved packet) {
            var into = received;
            var data = packet.payload();
            if (into == null) {
                return;
            }
            if (packet.channel() == 0) {
                into.packets++;
                into.newestRtp = data.getInt(data.position() + 4) & 0xffffffffL;
            } else if (packet.channel() == 1 && (data.get(data.position() + 1) & 0xff) == 200) {
                long seconds = data.getInt(data.position() + 8) & 0xffffffffL;
                double fraction = (data.getInt(data.position() + 12) & 0xffffffffL) / 4294967296.0;
                into.report = new SenderReport(
                        seconds - 2_208_988_800L + fraction, data.getInt(data.position() + 16) & 0xffffffffL);
            }
        }
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
