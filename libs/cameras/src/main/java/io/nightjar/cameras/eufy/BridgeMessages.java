// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings answers to those who asked, by their numbers, however many events come in between. */
final class BridgeMessages {

    private final Consumer<JsonNode> events;
    private final CompletableFuture<JsonNode> version = new CompletableFuture<>();
    private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private volatile @Nullable CameraFailure end;

    BridgeMessages(Consumer<JsonNode> events) {
        this.events = events;
    }

    /** What the bridge says of itself unasked, first of all. */
    JsonNode version(Duration timeout) {
        return await(version, timeout);
    }

    /** To be called before the question is sent. */
    CompletableFuture<JsonNode> expect(String id) {
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(id, answer);
        var unused = answer.whenComplete((result, failure) -> waiting.remove(id));
        var over = end;
        if (over != null) {
            answer.completeExceptionally(over);
        }
        return answer;
    }

    void arrived(JsonNode message) {
        switch (message.path("type").asText()) {
            case "version" -> version.complete(message);
            case "event" -> events.accept(message.path("event"));
            case "result" -> answered(message);
            // Later versions may have more to say.
            default -> {}
        }
    }

    private void answered(JsonNode message) {
        var asked = waiting.get(message.path("messageId").asText());
        if (asked == null) {
            return;
        }
        if (message.path("success").asBoolean()) {
            asked.complete(message.path("result"));
        } else {
            asked.completeExceptionally(
                    EufyErrors.refused(message.path("errorCode").asText()));
        }
    }

    /** Nothing comes any more: whoever waits is told at once. */
    void over(CameraFailure failure) {
        end = failure;
        version.completeExceptionally(failure);
        waiting.values().forEach(answer -> answer.completeExceptionally(failure));
    }

    /** Fails as the bridge did, or with TIMEOUT. */
    static <T> T await(CompletableFuture<T> future, Duration timeout) {
        try {
            return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            future.cancel(false);
            throw new CameraFailure(ErrorKind.TIMEOUT, "The Eufy bridge did not answer in time.", slow);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof CameraFailure known) {
                throw new CameraFailure(known.kind(), known.sentence(), known);
            }
            throw new CameraFailure(ErrorKind.RESET, "The connection to the Eufy bridge broke.", failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            future.cancel(false);
            throw new CameraFailure(ErrorKind.TIMEOUT, "Waiting for the Eufy bridge was stopped.", stopped);
        }
    }
}
