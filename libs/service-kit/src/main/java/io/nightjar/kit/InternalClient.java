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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls internal routes of this or another process, with the service token. Failures come back as {@link Problem}. */
public final class InternalClient implements AutoCloseable {

    /** A picture or document as it came. */
    public record Answer(int status, io.vertx.core.MultiMap headers, Buffer body) {}

    private static final JsonMapper JSON = ContractsJson.mapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int CONNECT_MILLIS = 2000;
    private static final int CONNECTIONS_PER_HOST = 64;

    private final HttpClient client;
    private final ServiceToken token;

    public InternalClient(Vertx vertx, ServiceToken token) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setKeepAlive(true),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_HOST));
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
        return call(HttpMethod.GET, baseUrl, path, null, TIMEOUT);
    }

    /** Passes a call on as it is, with its JSON body if there is one. */
    public Uni<Answer> exchange(String method, String baseUrl, String path, @Nullable Object body, Duration timeout) {
        return call(HttpMethod.valueOf(method), baseUrl, path, body, timeout);
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
        return call(method, baseUrl, path, body, TIMEOUT).map(answer -> parse(answer.body()));
    }

    private Uni<Answer> call(HttpMethod method, String baseUrl, String path, @Nullable Object body, Duration timeout) {
        return uni(() -> client.request(options(method, baseUrl, path).setTimeout(timeout.toMillis()))
                .compose(request -> {
                    request.idleTimeout(timeout.toMillis());
                    // Inside, on the connection's own thread: the caller's could be too late for the body.
                    return send(request, body).compose(InternalClient::answer);
                }));
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, @Nullable Object body) {
        return body == null
                ? request.send()
                : request.putHeader("Content-Type", "application/json").send(write(body));
    }

    private static Future<Answer> answer(HttpClientResponse response) {
        return response.body()
                .compose(body -> response.statusCode() < 300
                        ? Future.succeededFuture(new Answer(response.statusCode(), response.headers(), body))
                        : Future.failedFuture(Failures.refused(response.statusCode(), body)));
    }

    private RequestOptions options(HttpMethod method, String baseUrl, String path) {
        return new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(baseUrl + path)
                .putHeader("Authorization", token.bearer());
    }

    private static <T> Uni<T> uni(java.util.function.Supplier<Future<T>> call) {
        return Uni.createFrom()
                .completionStage(() -> call.get().toCompletionStage())
                .onFailure(failure -> !(failure instanceof Problem))
                .transform((Function<Throwable, Throwable>) Failures::unreachable);
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
