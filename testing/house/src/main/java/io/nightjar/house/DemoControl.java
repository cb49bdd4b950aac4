// SPDX-License-Identifier: Apache-2.0
package io.nightjar.house;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.ContractsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Tells the simulated cameras of the demo to misbehave. */
public final class DemoControl {

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    DemoControl(int port) {
        this.port = port;
    }

    public void command(String camera, String command) {
        send(HttpRequest.newBuilder(address("/cameras/" + camera + "/" + command))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** What the simulated camera says of itself: its connections, now and ever, and what is wrong with it. */
    public JsonNode describe(String camera) {
        for (var known : send(HttpRequest.newBuilder(address("/cameras"))).path("items")) {
            if (known.path("id").asText().equals(camera)) {
                return known;
            }
        }
        throw new IllegalArgumentException("There is no simulated camera " + camera);
    }

    /** How long a camera took to answer all requests since the start. */
    public Duration answering(String camera) {
        return Duration.ofNanos(describe(camera).path("answeringNanos").asLong());
    }

    /** Where a camera looks and what it was told, and when. */
    public HeadView head(String camera) {
        return HeadView.of(send(HttpRequest.newBuilder(address("/cameras/" + camera + "/head"))));
    }

    /** The journal of a head begins anew. */
    public void forgetCommands(String camera) {
        command(camera, "head/forget");
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        "The simulated cameras refused: " + answer.statusCode() + " " + answer.body());
            }
            return ContractsJson.mapper().readTree(answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
