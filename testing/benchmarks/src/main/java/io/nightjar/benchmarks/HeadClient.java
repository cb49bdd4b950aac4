// SPDX-License-Identifier: Apache-2.0
package io.nightjar.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.ContractsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/** Orders to heads, as a program sends them that uses the API. */
final class HeadClient implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private String token = "";

    private HeadClient(String url) {
        this.url = url;
    }

    static HeadClient signIn(String url, String password) {
        var client = new HeadClient(url);
        client.token = client.post("/api/session", Map.of("username", "admin", "password", password))
                .orElseThrow(() -> new IllegalStateException("The sign-in was refused"))
                .path("token")
                .asText();
        return client;
    }

    /** The language the camera was spoken to in, once it has answered; empty when it was not moved. */
    Optional<String> move(String camera, double pan) {
        return post("/api/cameras/" + camera + "/ptz/move", Map.of("pan", pan, "tilt", 0, "zoom", 0))
                .map(answer -> answer.path("driver").asText());
    }

    void stop(String camera) {
        if (post("/api/cameras/" + camera + "/ptz/stop", Map.of()).isEmpty()) {
            throw new IllegalStateException("The stop was not confirmed");
        }
    }

    private Optional<JsonNode> post(String path, Object body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url + path))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.ofString(
                            ContractsJson.mapper().writeValueAsString(body)))
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() < 300
                    ? Optional.of(ContractsJson.mapper().readTree(answer.body()))
                    : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
