// SPDX-License-Identifier: Apache-2.0
package io.nightjar.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.ContractsJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** The gateway's API as a client program uses it. */
final class Api implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    private Api(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** Without a session: only to see what is refused. */
    static Api anonymous(String url) {
        return new Api(url, "");
    }

    static Api signIn(String url, String password) {
        try (var stranger = anonymous(url)) {
            var answer = stranger.send("POST", "/api/session", json(Map.of("username", "admin", "password", password)));
            return new Api(url, parse(answer.body()).path("token").asText());
        }
    }

    JsonNode get(String path) {
        return parse(send("GET", path, null).body());
    }

    HttpResponse<String> post(String path, Object body) {
        return send("POST", path, body == null ? null : json(body));
    }

    HttpResponse<String> send(String method, String path, String body) {
        return exchange(method, path, body, HttpResponse.BodyHandlers.ofString());
    }

    /** An answer that does not end, such as a stream of pictures. */
    InputStream open(String path) {
        return exchange("GET", path, null, HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    private <T> HttpResponse<T> exchange(String method, String path, String body, HttpResponse.BodyHandler<T> handler) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(35))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return client.send(request.build(), handler);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String json(Object value) {
        try {
            return ContractsJson.mapper().writeValueAsString(value);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return ContractsJson.mapper().readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(text, failure);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
