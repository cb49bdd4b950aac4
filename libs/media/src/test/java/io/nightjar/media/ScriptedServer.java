// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An RTSP server that answers what it is told to, or nothing; it keeps the interleaved packets it was sent. */
final class ScriptedServer implements AutoCloseable {

    record Interleaved(int channel, byte[] data) {}

    private final ServerSocket socket;
    private final Function<String, Optional<String>> answers;
    private final List<Interleaved> received = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private volatile boolean deaf;

    /** Answers get the request line and give a status line with headers, or nothing to leave the client waiting. */
    ScriptedServer(Function<String, Optional<String>> answers) {
        this.answers = answers;
        try {
            socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Thread.startVirtualThread(this::accept);
    }

    static ScriptedServer silent() {
        return new ScriptedServer(request -> Optional.empty());
    }

    static ScriptedServer status(String status) {
        return new ScriptedServer(request -> Optional.of(request.startsWith("OPTIONS") ? "200 OK" : status));
    }

    /** Announces one track of sound and then sends nothing. */
    static ScriptedServer playingNothing() {
        return playing("v=0\r\ns=x\r\nt=0 0\r\nm=audio 0 RTP/AVP 0\r\na=control:track0\r\n");
    }

    /** Announces what this description says; {@link #send} then plays it. */
    static ScriptedServer playing(String sdp) {
        var described = "200 OK\r\nContent-Type: application/sdp\r\nContent-Length: " + sdp.length() + "\r\n\r\n" + sdp;
        return new ScriptedServer(request -> Optional.of(
                request.startsWith("DESCRIBE")
                        ? described
                        : "200 OK\r\nSession: 1\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1"));
    }

    /** A client has asked for packets. */
    boolean playing() {
        return requests.stream().anyMatch(request -> request.startsWith("PLAY"));
    }

    /** Sends a packet to the client. */
    void send(int channel, byte[] data) throws IOException {
        var framed = ByteBuffer.allocate(4 + data.length)
                .put((byte) '$')
                .put((byte) channel)
                .putShort((short) data.length)
                .put(data);
        clients.getLast().getOutputStream().write(framed.array());
    }

    static ScriptedServer recorder() {
        return new ScriptedServer(request -> Optional.of(
                request.startsWith("SETUP")
                        ? "200 OK\r\nSession: 1\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1"
                        : "200 OK\r\nSession: 1"));
    }

    /** The request lines so far. */
    List<String> requests() {
        return requests;
    }

    String url() {
        return "rtsp://127.0.0.1:" + socket.getLocalPort() + "/camera";
    }

    List<Interleaved> received() {
        return received;
    }

    /** Stops reading, as a server that hangs. */
    void goDeaf() {
        deaf = true;
    }

    private void accept() {
        try {
            while (true) {
                var client = socket.accept();
                clients.add(client);
                Thread.startVirtualThread(() -> serve(client));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void serve(Socket client) {
        try {
            var input = new DataInputStream(client.getInputStream());
            while (!deaf) {
                int first = input.readUnsignedByte();
                if (first == '$') {
                    int channel = input.readUnsignedByte();
                    var data = new byte[input.readUnsignedShort()];
                    input.readFully(data);
                    received.add(new Interleaved(channel, data));
                } else {
                    answer(client, request(first, input));
                }
            }
        } catch (IOException gone) {
            // the client left
        }
    }

    private static String request(int first, DataInputStream input) throws IOException {
        var text = new StringBuilder().append((char) first);
        while (text.indexOf("\r\n\r\n") < 0) {
            text.append((char) input.readUnsignedByte());
        }
        int length = text.toString()
                .lines()
                .filter(line -> line.startsWith("Content-Length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        input.skipNBytes(length);
        return text.toString();
    }

    private void answer(Socket client, String request) throws IOException {
        requests.add(request.lines().findFirst().orElse(""));
        var answer = answers.apply(request);
        if (answer.isPresent()) {
            var sequence = request.lines()
                    .filter(line -> line.startsWith("CSeq"))
                    .findFirst()
                    .orElse("CSeq: 0");
            var headAndBody = answer.get().split("\r\n\r\n", 2);
            var body = headAndBody.length > 1 ? headAndBody[1] : "";
            var text = "RTSP/1.0 " + headAndBody[0] + "\r\n" + sequence + "\r\n\r\n" + body;
            client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (var client : clients) {
            client.close();
        }
    }
}
