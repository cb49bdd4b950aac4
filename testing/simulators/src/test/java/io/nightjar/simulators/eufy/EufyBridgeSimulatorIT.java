// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.eufy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nightjar.simulators.head.Head;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the simulated bridge says to a plain client, message by message. */
class EufyBridgeSimulatorIT {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PORCH = "T8416P0012345678";

    private final Head head = new Head(Clock.systemUTC());
    private final EufyBridgeSimulator bridge = EufyBridgeSimulator.builder()
            .camera(BridgeCamera.turning(PORCH, "Porch", head))
            .confirmation(Duration.ofMillis(100))
            .eventDuration(Duration.ofMillis(50))
            .start();
    private final HttpClient http = HttpClient.newHttpClient();
    private Client client;

    @BeforeEach
    void connect() throws Exception {
        client = new Client();
        http.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + bridge.port() + "/"), client)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(client.first("type", "version").path("maxSchemaVersion").asInt())
                .isEqualTo(21);
    }

    @AfterEach
    void close() {
        http.shutdownNow();
        bridge.close();
    }

    @Test
    void anOrderIsTakenAtOnceAndConfirmedLater() {
        listen(21);
        var taken = ask("{\"command\":\"device.pan_and_tilt\",\"serialNumber\":\"" + PORCH + "\",\"direction\":1}");
        assertThat(taken.path("result").path("async").asBoolean()).isTrue();
        var result = client.event("command result");
        assertThat(result.path("command").asText()).isEqualTo("pan_and_tilt");
        assertThat(result.path("returnCode").asInt(-1)).isZero();
        assertThat(head.commands().texts()).containsExactly("step left");
    }

    @Test
    void whatIsWrongIsRefusedByACode() {
        listen(21);
        assertThat(refusal("device.pan_and_tilt", PORCH, 9)).isEqualTo("device_invalid_command_value");
        assertThat(refusal("device.pan_and_tilt", "T8416NOBODY", 1)).isEqualTo("device_not_found");
        assertThat(refusal("device.nonsense", PORCH, 1)).isEqualTo("unknown_command");
        assertThat(refusal("nonsense", PORCH, 1)).isEqualTo("unknown_command");
        assertThat(ask("{\"command\":\"set_api_schema\",\"schemaVersion\":22}")
                        .path("errorCode")
                        .asText())
                .isEqualTo("schema_incompatible");
        assertThat(head.commands().all()).isEmpty();
    }

    @Test
    void anOldVersionKnowsNoPositionsAndDescribesCamerasWhole() {
        var state = listen(12);
        assertThat(state.path("devices").get(0).path("name").asText()).isEqualTo("Porch");
        assertThat(ask("{\"command\":\"device.preset_position\",\"serialNumber\":\"" + PORCH + "\",\"position\":1}")
                        .path("errorCode")
                        .asText())
                .isEqualTo("unknown_command");
        assertThat(listen(21).path("devices").get(0).asText()).isEqualTo(PORCH);
    }

    @Test
    void aMotionIsAPairOfEvents() {
        listen(21);
        bridge.motion(PORCH);
        await().atMost(PATIENCE).until(() -> client.events("motion detected").size() == 2);
        assertThat(client.events("motion detected"))
                .extracting(event -> event.path("state").asBoolean())
                .containsExactly(true, false);
    }

    @Test
    void nothingIsToldToWhoeverDoesNotListen() {
        bridge.lock("0815", null);
        ask("{\"command\":\"driver.is_connected\"}");
        assertThat(client.events("captcha request")).isEmpty();
        listen(21);
        assertThat(client.event("captcha request").path("captcha").asText()).startsWith("data:image/png;base64,");
    }

    @Test
    void whatIsNoJsonEndsTheConnectionWithoutAWord() throws Exception {
        client.send("{\"command\":");
        assertThat(client.closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isIn(1000, 1005);
    }

    private JsonNode listen(int schema) {
        assertThat(ask("{\"command\":\"set_api_schema\",\"schemaVersion\":" + schema + "}")
                        .path("success")
                        .asBoolean())
                .isTrue();
        return ask("{\"command\":\"start_listening\"}").path("result").path("state");
    }

    private String refusal(String command, String serial, int direction) {
        return ask("{\"command\":\"" + command + "\",\"serialNumber\":\"" + serial + "\",\"direction\":" + direction
                        + "}")
                .path("errorCode")
                .asText();
    }

    private JsonNode ask(String command) {
        var id = String.valueOf(client.asked++);
        client.send(command.replaceFirst("\\{", "{\"messageId\":\"" + id + "\","));
        return client.first("messageId", id);
    }

    /** Keeps all it hears. */
    private static final class Client implements WebSocket.Listener {

        private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();
        private int asked;

        void send(String message) {
            socket.join().sendText(message, true).join();
        }

        JsonNode first(String field, String value) {
            return await().atMost(PATIENCE)
                    .until(
                            () -> heard.stream()
                                    .filter(message ->
                                            message.path(field).asText().equals(value))
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
        }

        JsonNode event(String name) {
            await().atMost(PATIENCE).until(() -> !events(name).isEmpty());
            return events(name).getFirst();
        }

        List<JsonNode> events(String name) {
            return heard.stream()
                    .map(message -> message.path("event"))
                    .filter(event -> event.path("event").asText().equals(name))
                    .toList();
        }

        @Override
        public void onOpen(WebSocket opened) {
            socket.complete(opened);
            opened.request(1);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    heard.add(MAPPER.readTree(text.toString()));
                } catch (IOException garbled) {
                    closed.completeExceptionally(garbled);
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed.complete(status);
            return null;
        }
    }
}
