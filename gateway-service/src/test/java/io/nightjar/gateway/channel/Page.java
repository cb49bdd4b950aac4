// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.ContractsJson;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The live socket as a page uses it. */
final class Page implements WebSocket.Listener, AutoCloseable {
    record Shown(JsonNode header, int bytes) {}

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final List<Shown> pictures = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final java.io.ByteArrayOutputStream binary = new java.io.ByteArrayOutputStream();
    private final WebSocket socket;
    private volatile boolean reading = true;

    private Page(WebSocket.Builder builder) {
        socket = builder.buildAsync(uri(), this).join();
    }

    static URI uri() {
        return URI.create(RestAssured.baseURI.replace("http", "ws") + ":" + RestAssured.port + "/api/live");
    }

    static WebSocket.Builder builder() {
        return CLIENT.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(5));
    }

    static Page open(String token) {
        return new Page(builder().header("Authorization", "Bearer " + token));
    }

    Page say(String message) {
        socket.sendText(message, true).join();
        return this;
    }

    Page hello() {
        return say("{\"type\": \"hello\", \"since\": null}");
    }

    JsonNode await(String type) {
        return await(message -> message.path("type").asText().equals(type));
    }

    JsonNode await(Predicate<JsonNode> wanted) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> messages.stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** An order to a head, as the page's pad says it. */
    Page order(String camera, String what, long press) {
        return say("{\"type\": \"ptz\", \"camera\": \"" + camera + "\", \"do\": \"" + what + "\", \"press\": " + press
                + ", \"pan\": -0.5, \"tilt\": 0, \"zoom\": 0, \"focus\": 0}");
    }

    /** What a head said to an order. */
    JsonNode answer(String camera, String what, long press) {
        return await(message -> message.path("type").asText().equals("ptz-answer")
                && message.path("camera").asText().equals(camera)
                && message.path("do").asText().equals(what)
                && message.path("press").asLong(-1) == press);
    }

    List<JsonNode> messages() {
        return messages;
    }

    List<Shown> pictures() {
        return pictures;
    }

    int closeCode() throws Exception {
        return closed.get(10, TimeUnit.SECONDS);
    }

    /** Takes nothing more from the network until told to. */
    void stopReading() {
        reading = false;
    }

    void readAgain() {
        reading = true;
        socket.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            messages.add(parse(text.toString().getBytes(StandardCharsets.UTF_8)));
            text.setLength(0);
        }
        return more(from);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
        var bytes = new byte[part.remaining()];
        part.get(bytes);
        binary.writeBytes(bytes);
        if (last) {
            var frame = ByteBuffer.wrap(binary.toByteArray());
            var header = new byte[frame.getShort() & 0xFFFF];
            frame.get(header);
            pictures.add(new Shown(parse(header), frame.remaining()));
            binary.reset();
        }
        return more(from);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    private CompletionStage<?> more(WebSocket from) {
        if (reading) {
            from.request(1);
        }
        return null;
    }

    private static JsonNode parse(byte[] json) {
        try {
            return ContractsJson.mapper().readTree(json);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
