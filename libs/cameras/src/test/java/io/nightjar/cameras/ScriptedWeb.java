// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real socket that answers HTTP requests byte for byte as a test says, however wrong that is. */
public final class ScriptedWeb implements AutoCloseable {

    /** What came, taken apart no more than needed. */
    public record Request(String method, String target, Map<String, String> headers, String body) {

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        public String parameter(String name) {
            var query = target.substring(target.indexOf('?') + 1);
            for (var pair : query.split("&")) {
                if (pair.startsWith(name + "=")) {
                    return pair.substring(name.length() + 1);
                }
            }
            return "";
        }
    }

    /** What goes back: all bytes of an answer, or null to hang up. */
    public interface Script {
        byte @Nullable [] answer(Request request) throws IOException;
    }

    private final ServerSocket server;
    private final Script script;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    public ScriptedWeb(Script script) throws IOException {
        this(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), script);
    }

    public ScriptedWeb(ServerSocket server, Script script) {
        this.server = server;
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    public List<Request> requests() {
        return requests;
    }

    public int connections() {
        return connections.get();
    }

    public static byte[] answer(int status, String type, byte[] body, String... headerLines) {
        var head = new StringBuilder("HTTP/1.1 " + status + " Text\r\nContent-Type: " + type + "\r\n");
        for (var line : headerLines) {
            head.append(line).append("\r\n");
        }
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        return joined(head.toString().getBytes(StandardCharsets.UTF_8), body);
    }

    public static byte[] answer(int status, String type, String body, String... headerLines) {
        return answer(status, type, body.getBytes(StandardCharsets.UTF_8), headerLines);
    }

    public static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var input = new BufferedInputStream(socket.getInputStream());
            for (var request = request(input); request != null; request = request(input)) {
                requests.add(request);
                var answer = script.answer(request);
                if (answer == null) {
                    return;
                }
                socket.getOutputStream().write(answer);
                var head = new String(answer, StandardCharsets.ISO_8859_1);
                if (!head.contains("Content-Length")
                        || request.headers().getOrDefault("Connection", "").equals("close")) {
                    return;
                }
            }
        } catch (IOException gone) {
            // the client left: the test looks at what the client saw
        }
    }

    private static @Nullable Request request(InputStream input) throws IOException {
        var first = line(input);
        if (first.isEmpty()) {
            return null;
        }
        var words = first.split(" ", 3);
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line = line(input); !line.isEmpty(); line = line(input)) {
            var pair = line.split(":", 2);
            headers.put(pair[0], pair.length > 1 ? pair[1].strip() : "");
        }
        var body = input.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
        return new Request(words[0], words[1], headers, new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream input) throws IOException {
        var text = new ByteArrayOutputStream();
        for (int next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
            text.write(next);
        }
        return text.toString(StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
