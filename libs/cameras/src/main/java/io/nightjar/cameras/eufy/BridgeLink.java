// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.stream.ErrorKind;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One connection to a bridge. Once it is lost it stays lost, and everybody who waits for something is told. */
final class BridgeLink implements WebSocket.Listener, AutoCloseable {

    /** Old versions describe every camera in one message, with its newest picture. */
    private static final int LONGEST = 16 * 1024 * 1024;

    private final BridgeMessages messages;
    private final CompletableFuture<CameraFailure> lost = new CompletableFuture<>();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong pongs = new AtomicLong();
    private final StringBuilder text = new StringBuilder();
    private volatile @Nullable WebSocket socket;
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);

    BridgeLink(Consumer<JsonNode> events) {
        this.messages = new BridgeMessages(events);
    }

    /** Completes, never with an exception, when the connection is gone. */
    CompletableFuture<CameraFailure> lost() {
        return lost;
    }

    JsonNode version(Duration timeout) {
        return messages.version(timeout);
    }

    JsonNode ask(String command, Map<String, ?> parameters, Duration timeout) {
        return BridgeMessages.await(send(command, parameters), timeout);
    }

    CompletableFuture<JsonNode> send(String command, Map<String, ?> parameters) {
        var id = String.valueOf(numbers.incrementAndGet());
        var message = new LinkedHashMap<String, Object>(parameters);
        message.put("messageId", id);
        message.put("command", command);
        var answer = messages.expect(id);
        var written = write(message);
        after(socket -> socket.sendText(written, true));
        return answer;
    }

    /** Lets the bridge sign in to its cloud; how that ended it tells as an event, much later. */
    void signIn() {
        var unused = send("driver.connect", Map.of());
    }

    /** Asks for a sign of life; {@link #pongs} counts them. */
    void ping() {
        after(socket -> socket.sendPing(ByteBuffer.allocate(0)));
    }

    long pongs() {
        return pongs.get();
    }

    /** A socket takes one message after the other. */
    private synchronized void after(Function<WebSocket, CompletableFuture<WebSocket>> task) {
        var open = socket;
        if (open == null || lost.isDone()) {
            return;
        }
        sending = sending.thenCompose(done -> task.apply(open)).whenComplete((done, failure) -> {
            if (failure != null) {
                over(new CameraFailure(ErrorKind.RESET, "The connection to the Eufy bridge broke.", failure));
            }
        });
    }

    private static String write(Map<String, ?> message) {
        try {
            return ContractsJson.mapper().writeValueAsString(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts and numbers can be written as JSON", impossible);
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        opened.request(1);
        if (lost.isDone()) {
            // Whoever dialled has given up meanwhile.
            opened.abort();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (text.length() > LONGEST) {
            over(new CameraFailure(ErrorKind.PROTOCOL, "What answers as a Eufy bridge sends messages without end."));
        } else if (last) {
            var whole = text.toString();
            text.setLength(0);
            read(whole);
        }
        from.request(1);
        return null;
    }

    private void read(String whole) {
        try {
            messages.arrived(ContractsJson.mapper().readTree(whole));
        } catch (JsonProcessingException garbled) {
            // The parser's text quotes the message: it stays out of what is said.
            over(new CameraFailure(ErrorKind.PROTOCOL, "What answers is no Eufy bridge."));
        }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        over(new CameraFailure(ErrorKind.PROTOCOL, "What answers is no Eufy bridge."));
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer data) {
        pongs.incrementAndGet();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        over(new CameraFailure(ErrorKind.RESET, "The Eufy bridge closed the connection; it may be restarting."));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        over(new CameraFailure(ErrorKind.RESET, "The connection to the Eufy bridge broke.", failure));
    }

    /** Ends the connection for a reason; the first reason counts. */
    void over(CameraFailure reason) {
        if (lost.complete(reason)) {
            messages.over(reason);
            var open = socket;
            if (open != null) {
                open.abort();
            }
        }
    }

    @Override
    public void close() {
        over(new CameraFailure(ErrorKind.RESET, "The connection to the Eufy bridge was ended."));
    }
}
