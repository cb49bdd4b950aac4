// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.stream.ErrorKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What answers is no bridge, or is one that died without saying so. */
class DyingBridgeIT {

    private static final String VERSION =
            "{\"type\":\"version\",\"minSchemaVersion\":0,\"maxSchemaVersion\":21,\"serverVersion\":\"1.9.1\"}";
    private static final String AGREED = "{\"type\":\"result\",\"success\":true,\"messageId\":\"1\",\"result\":{}}";
    private static final String LISTENING = "{\"type\":\"result\",\"success\":true,\"messageId\":\"2\","
            + "\"result\":{\"state\":{\"driver\":{\"connected\":true},\"devices\":[]}}}";

    @Test
    void whatGivesNoSignOfLifeIsLeftAndConnectedToAnew() throws Exception {
        try (var server = new Scripted(List.of(VERSION, AGREED, LISTENING));
                var bridge = Bridges.ready(Bridges.to(server.port()))) {
            var state = Bridges.await(bridge, now -> now.error() == ErrorKind.TIMEOUT);
            assertThat(state.reason()).contains("no sign of life");
            Bridges.ready(bridge);
            assertThat(server.accepted()).isGreaterThan(1);
        }
    }

    @Test
    void whatTalksInRiddlesIsNoBridge() throws Exception {
        try (var server = new Scripted(List.of("{\"secret\":"));
                var bridge = Bridges.to(server.port())) {
            var state = Bridges.await(bridge, now -> now.error() == ErrorKind.PROTOCOL);
            assertThat(state.reason()).isEqualTo("What answers is no Eufy bridge.");
        }
    }

    @Test
    void whatIsNoWebSocketIsSaid() throws Exception {
        try (var server = new Scripted(List.of());
                var bridge = Bridges.to(server.port())) {
            var state = Bridges.await(bridge, now -> now.error() != null);
            assertThat(state.reason()).contains("The Eufy bridge").contains("127.0.0.1:" + server.port());
        }
    }

    /** Says one message after each that it gets, the first unasked, and is silent for ever afterwards. */
    private static final class Scripted implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final List<Socket> connections = new CopyOnWriteArrayList<>();
        private final List<String> messages;

        /** @param messages none to hang up at once */
        Scripted(List<String> messages) throws IOException {
            this.messages = messages;
            Thread.ofVirtual().start(this::accept);
        }

        int port() {
            return socket.getLocalPort();
        }

        int accepted() {
            return connections.size();
        }

        private void accept() {
            try {
                while (true) {
                    var connection = socket.accept();
                    connections.add(connection);
                    Thread.ofVirtual().start(() -> serve(connection));
                }
            } catch (IOException closed) {
                assertThat(socket.isClosed()).isTrue();
            }
        }

        private void serve(Socket connection) {
            try (connection) {
                if (messages.isEmpty()) {
                    return;
                }
                upgrade(connection);
                for (var message : messages) {
                    send(connection.getOutputStream(), message);
                    if (connection.getInputStream().read(new byte[4096]) < 0) {
                        return;
                    }
                }
                while (connection.getInputStream().read() >= 0) {
                    // Pings stay unanswered.
                }
            } catch (IOException | NoSuchAlgorithmException gone) {
                assertThat(gone).isInstanceOf(IOException.class);
            }
        }

        private static void upgrade(Socket connection) throws IOException, NoSuchAlgorithmException {
            var head = new ByteArrayOutputStream();
            while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
                head.write(connection.getInputStream().read());
            }
            var key = head.toString(UTF_8).replaceAll("(?is).*sec-websocket-key: *(\\S+).*", "$1");
            var proof = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(UTF_8));
            connection
                    .getOutputStream()
                    .write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Accept: "
                                    + Base64.getEncoder().encodeToString(proof) + "\r\n\r\n")
                            .getBytes(UTF_8));
        }

        private static void send(OutputStream to, String message) throws IOException {
            var text = message.getBytes(UTF_8);
            var frame = new ByteArrayOutputStream();
            frame.write(0x81);
            if (text.length < 126) {
                frame.write(text.length);
            } else {
                frame.write(126);
                frame.write(text.length >> 8);
                frame.write(text.length & 0xff);
            }
            frame.writeBytes(text);
            to.write(frame.toByteArray());
        }

        @Override
        public void close() throws IOException {
            socket.close();
            for (var connection : connections) {
                connection.close();
            }
        }
    }
}
