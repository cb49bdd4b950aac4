// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.contracts.stream.MediaPathName;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The least HTTP a page needs to play from a {@link WhepServer}. */
final class WhepSite implements AutoCloseable {

    private static final String PAGE = "<!doctype html><title>WHEP</title><body></body>";

    private final Vertx vertx = Vertx.vertx();
    private final WhepServer whep;
    private final int port;

    WhepSite(WhepServer whep) throws Exception {
        this.whep = whep;
        port = vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS)
                .actualPort();
    }

    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    private void handle(HttpServerRequest request) {
        if (request.path().equals("/")) {
            request.response().putHeader("Content-Type", "text/html").end(PAGE);
            return;
        }
        var words = request.path().split("/");
        switch (request.method().name()) {
            case "POST" -> request.body().onSuccess(body -> offer(request, words, body.toString()));
            case "DELETE" -> {
                whep.delete(words[4]);
                request.response().end();
            }
            default -> request.response().setStatusCode(405).end();
        }
    }

    private void offer(HttpServerRequest request, String[] words, String sdp) {
        whep.offer(MediaPathName.of(words[2] + "/" + words[3]), sdp).whenComplete((answer, failure) -> {
            if (answer != null) {
                respond(request, answer);
            } else {
                refuse(request, failure);
            }
        });
    }

    private static void respond(HttpServerRequest request, WhepServer.Answer answer) {
        var response = request.response().setStatusCode(201);
        Map.of(
                        "Content-Type",
                        "application/sdp",
                        "ETag",
                        answer.etag(),
                        "Location",
                        request.path() + "/" + answer.sessionId())
                .forEach(response::putHeader);
        response.end(answer.sdp());
    }

    private static void refuse(HttpServerRequest request, Throwable failure) {
        var cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        int status = cause instanceof WhepException refused ? refused.kind().status() : 500;
        request.response().setStatusCode(status).end(String.valueOf(cause.getMessage()));
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
