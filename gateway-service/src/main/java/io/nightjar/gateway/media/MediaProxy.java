// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.media;

import io.nightjar.kit.Neighbours;
import io.nightjar.kit.Problem;
import io.nightjar.kit.ProblemResponse;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;

/** Passes media requests on to packager and answers back, byte by byte: nothing is gathered up on the way. */
@Singleton
class MediaProxy {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int CONNECTIONS = 256;
    /** Longer than packager waits for a stream or for the next part of a playlist. */
    private static final long ANSWER_MILLIS = 20_000;
    /** Headers of one connection, which do not belong to the next. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "host",
            "cookie",
            "set-cookie");

    private final Neighbours neighbours;
    private final HttpClient client;

    MediaProxy(Neighbours neighbours, Vertx vertx) {
        this.neighbours = neighbours;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setKeepAlive(true),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    /** @param path as it was checked; what the client wrote may read differently further on */
    void pass(RoutingContext context, String path) {
        var incoming = context.request();
        incoming.pause();
        var query = incoming.query();
        client.request(new RequestOptions()
                        .setMethod(incoming.method())
                        .setAbsoluteURI(neighbours.packager() + path + (query == null ? "" : "?" + query)))
                .compose(outgoing -> send(incoming, outgoing))
                .onSuccess(answer -> answer(context, answer))
                .onFailure(failure -> ProblemResponse.send(context, unavailable(failure)));
    }

    private static io.vertx.core.Future<HttpClientResponse> send(
            HttpServerRequest incoming, HttpClientRequest outgoing) {
        incoming.headers().forEach(header -> {
            if (isEndToEnd(header.getKey())) {
                outgoing.putHeader(header.getKey(), header.getValue());
            }
        });
        incoming.response().exceptionHandler(gone -> outgoing.reset());
        incoming.response().closeHandler(gone -> outgoing.reset());
        outgoing.idleTimeout(ANSWER_MILLIS);
        return outgoing.send(incoming);
    }

    private static void answer(RoutingContext context, HttpClientResponse answer) {
        var response = context.response();
        if (response.closed()) {
            answer.request().reset();
            return;
        }
        response.setStatusCode(answer.statusCode());
        answer.headers().forEach(header -> {
            if (isEndToEnd(header.getKey())) {
                response.putHeader(header.getKey(), header.getValue());
            }
        });
        if (answer.getHeader("Content-Length") == null && hasBody(answer)) {
            response.setChunked(true);
        }
        // When either side breaks, pipeTo closes the other; there is nobody left to tell.
        answer.pipeTo(response);
    }

    private static boolean hasBody(HttpClientResponse answer) {
        return answer.statusCode() != 204 && answer.statusCode() != 304;
    }

    private static boolean isEndToEnd(String header) {
        return !HOP_BY_HOP.contains(header.toLowerCase(Locale.ROOT));
    }

    private static Problem unavailable(Throwable failure) {
        return Problem.of(
                Problem.Kind.UNAVAILABLE,
                "The media service is starting or cannot be reached; this mends itself, try again.",
                failure);
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
