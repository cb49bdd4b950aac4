// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.nightjar.contracts.ContractsJson;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls internal routes of this or another process, with the service token. Failures come back as {@link Problem}. */
public final class InternalClient implements AutoCloseable {

    /** A picture or document as it came. */
    public record Answer(int status, io.vertx.core.MultiMap headers, Buffer body) {}

    /**
     * A call that is passed on as it is.
     *
     * @param body written as JSON; null for none
     * @param headers beside those that every internal call has
     */
    public record Call(
            String method,
            String baseUrl,
            String path,
            @Nullable Object body,
            Map<String, String> headers,
            Duration timeout) {
        public Call {
            headers = Map.copyOf(headers);
        }
    }

    private static final JsonMapper JSON = ContractsJson.mapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int CONNECT_MILLIS = 2000;
    private static final int CONNECTIONS_PER_HOST = 64;
    private static final int NOT_MODIFIED = 304;

    private final HttpClient client;
    private final ServiceToken token;

    public InternalClient(Vertx vertx, ServiceToken token) {
        this(vertx, token, CONNECTIONS_PER_HOST);
    }

    /** A client with connections of its own: calls of another one, however many, leave it room. */
    public InternalClient(Vertx vertx, ServiceToken token, int connectionsPerHost) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setKeepAlive(true),
                new PoolOptions().setHttp1MaxSize(connectionsPerHost));
        this.token = token;
    }

    public Uni<JsonNode> get(String baseUrl, String path) {
        return json(HttpMethod.GET, baseUrl, path, null);
    }

    public Uni<Void> put(String baseUrl, String path) {
        return json(HttpMethod.PUT, baseUrl, path, null).replaceWithVoid();
    }

    public Uni<JsonNode> put(String baseUrl, String path, @Nullable Object body) {
        return json(HttpMethod.PUT, baseUrl, path, body);
    }

    public Uni<JsonNode> post(String baseUrl, String path, @Nullable Object body) {
        return json(HttpMethod.POST, baseUrl, path, body);
    }

    public Uni<JsonNode> delete(String baseUrl, String path) {
        return json(HttpMethod.DELETE, baseUrl, path, null);
    }

    /** Fetches something that is not JSON, such as a picture. */
    public Uni<Answer> fetch(String baseUrl, String path) {
        return exchange("GET", baseUrl, path, null, TIMEOUT);
    }

    /** Passes a call on as it is, with its JSON body if there is one. */
    public Uni<Answer> exchange(String method, String baseUrl, String path, @Nullable Object body, Duration timeout) {
        return exchange(new Call(method, baseUrl, path, body, Map.of(), timeout));
    }

    public Uni<Answer> exchange(Call call) {
        return Uni.createFrom()
                .completionStage(() -> answer(call).toCompletionStage())
                .onFailure(failure -> !(failure instanceof Problem))
                .transform(Failures::unreachable);
    }

    /** Opens an endless multipart answer; parts go to the listener until it ends or the stream is cancelled. */
    public PartStream stream(String baseUrl, String path, PartListener listener) {
        var stream = new PartStream(listener);
        client.request(options(HttpMethod.GET, baseUrl, path))
                .compose(request -> {
                    stream.opened(request);
                    // Inside, on the connection's own thread: the caller's could be too late for the first bytes.
                    return request.send().onSuccess(response -> receive(response, stream));
                })
                .onFailure(failure -> stream.fail(Failures.unreachable(failure)));
        return stream;
    }

    @Override
    public void close() {
        client.close();
    }

    private static void receive(HttpClientResponse response, PartStream stream) {
        if (response.statusCode() == 200) {
            stream.receive(response);
        } else {
            response.body()
                    .onSuccess(body -> stream.fail(Failures.refused(response.statusCode(), body)))
                    .onFailure(failure -> stream.fail(Failures.unreachable(failure)));
        }
    }

    private Uni<JsonNode> json(HttpMethod method, String baseUrl, String path, @Nullable Object body) {
        return exchange(method.name(), baseUrl, path, body, TIMEOUT).map(answer -> parse(answer.body()));
    }

    private Future<Answer> answer(Call call) {
        return client.request(options(call)).compose(request -> {
            request.idleTimeout(call.timeout().toMillis());
            // Inside, on the connection's own thread: the caller's could be too late for the body.
            return send(request, call.body()).compose(InternalClient::answer);
        });
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, @Nullable Object body) {
        return body == null
                ? request.send()
                : request.putHeader("Content-Type", "application/json").send(write(body));
    }

    private static Future<Answer> answer(HttpClientResponse response) {
        return response.body()
                .compose(body -> response.statusCode() < 300 || response.statusCode() == NOT_MODIFIED
                        ? Future.succeededFuture(new Answer(response.statusCode(), response.headers(), body))
                        : Future.failedFuture(Failures.refused(response.statusCode(), body)));
    }

    private RequestOptions options(HttpMethod method, String baseUrl, String path) {
        return new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(baseUrl + path)
                .putHeader("Authorization", token.bearer());
    }

    private RequestOptions options(Call call) {
        var options = options(HttpMethod.valueOf(call.method()), call.baseUrl(), call.path())
                .setTimeout(call.timeout().toMillis());
        call.headers().forEach(options::putHeader);
        return options;
    }

    private static Buffer write(Object body) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("This body cannot be written as JSON", failure);
        }
    }

    private static JsonNode parse(Buffer body) {
        if (body.length() == 0) {
            return NullNode.getInstance();
        }
        try {
            return JSON.readTree(body.getBytes());
        } catch (IOException failure) {
            throw Problem.of(
                    Problem.Kind.INTERNAL, "Another service of Nightjar answered something that is not JSON.", failure);
        }
    }
}
