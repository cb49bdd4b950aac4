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

    /** Where a camera looks and what it was told, and when. */
    public HeadView head(String camera) {
        return HeadView.of(send(HttpRequest.newBuilder(address("/cameras/" + camera + "/head"))));
    }

    /** Every answer of a camera about its head comes so much later; its orders take effect at once all the same. */
    public void slowHead(String camera, Duration delay) {
        head(camera, "slow?ms=" + delay.toMillis());
    }

    /** Moves are answered so much later, stops at once. */
    public void slowMoves(String camera, Duration delay) {
        head(camera, "slow-moves?ms=" + delay.toMillis());
    }

    /** Moves are carried out and never answered; stops are answered at once. */
    public void hangMoves(String camera) {
        head(camera, "hang");
    }

    /** Nothing that concerns the head is answered any more. */
    public void hangHead(String camera) {
        head(camera, "hang-all");
    }

    public void promptHead(String camera) {
        head(camera, "normal");
    }

    /** The journal of a head begins anew. */
    public void forgetCommands(String camera) {
        head(camera, "forget");
    }

    private void head(String camera, String what) {
        command(camera, "head/" + what);
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
