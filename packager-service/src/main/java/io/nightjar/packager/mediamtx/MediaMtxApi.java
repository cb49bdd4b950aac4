// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.mediamtx;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.ContractsJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** MediaMTX's Control API, by the names that all its versions since 1.15 share. Blocking; used by one thread. */
final class MediaMtxApi {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int PAGE = 500;

    private final HttpClient client;
    private final URI base;
    private final Optional<String> authorization;

    MediaMtxApi(HttpClient client, URI base, Optional<String> username, Optional<String> password) {
        this.client = client;
        this.base = base;
        this.authorization = username.map(user -> basic(user, password.orElse("")));
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    String version() throws IOException, InterruptedException {
        return get("/v3/info").path("version").asText("unknown");
    }

    JsonNode global() throws IOException, InterruptedException {
        return get("/v3/config/global/get");
    }

    void patchGlobal(JsonNode settings) throws IOException, InterruptedException {
        send("PATCH", "/v3/config/global/patch", settings);
    }

    Map<String, JsonNode> configuredPaths() throws IOException, InterruptedException {
        return all("/v3/config/paths/list");
    }

    Map<String, JsonNode> paths() throws IOException, InterruptedException {
        return all("/v3/paths/list");
    }

    void carryOut(Reconciliation.Action action) throws IOException, InterruptedException {
        switch (action) {
            case Reconciliation.Action.Add add -> send("POST", "/v3/config/paths/add/" + add.path(), Wanted.path());
            case Reconciliation.Action.Replace replace ->
                send("POST", "/v3/config/paths/replace/" + replace.path(), Wanted.path());
            case Reconciliation.Action.Delete delete ->
                send("DELETE", "/v3/config/paths/delete/" + delete.path(), null);
        }
    }

    private Map<String, JsonNode> all(String path) throws IOException, InterruptedException {
        var items = new LinkedHashMap<String, JsonNode>();
        int page = 0;
        int pages;
        do {
            var answer = get(path + "?itemsPerPage=" + PAGE + "&page=" + page);
            answer.path("items").forEach(item -> items.put(item.path("name").asText(), item));
            pages = answer.path("pageCount").asInt(1);
            page++;
        } while (page < pages);
        return items;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return ContractsJson.mapper().readTree(send("GET", path, null));
    }

    private String send(String method, String path, @org.jspecify.annotations.Nullable JsonNode body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        authorization.ifPresent(value -> request.header("Authorization", value));
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body.toString()));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            // Its error text may quote what was sent, passwords included.
            throw new IOException("MediaMTX answered " + answer.statusCode() + " to " + method + " " + path);
        }
        return answer.body();
    }
}
