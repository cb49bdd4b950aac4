// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.nightjar.testing.TempHome;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TempHome.class)
class InternalClientIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    InternalClient client;

    @Inject
    ServiceInfo info;

    @Inject
    Neighbours neighbours;

    @Inject
    ServiceToken token;

    @Inject
    Vertx vertx;

    @Test
    void callsCarryTheTokenAndJson() {
        assertThat(client.get(neighbours.ptz(), "/internal/sample/hello")
                        .await()
                        .atMost(PATIENCE)
                        .path("hello")
                        .asText())
                .isEqualTo("neighbour");
        assertThat(client.put(info.internalUrl(), "/internal/sample/things/x", Map.of("camera", "gate", "amount", 3))
                        .await()
                        .atMost(PATIENCE)
                        .path("amount")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void aProblemOfTheOtherServiceComesBackAsItWas() {
        assertThatThrownBy(() -> client.delete(info.internalUrl(), "/internal/sample/things/x")
                        .await()
                        .atMost(PATIENCE))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT);
                    assertThat(problem.detail()).isEqualTo("The thing is in use.");
                    assertThat(problem.hint()).isEqualTo("Stop it first.");
                });
    }

    @Test
    void anAbsentServiceIsUnavailable() {
        assertThatThrownBy(() ->
                        client.get("http://127.0.0.1:1", "/internal/x").await().atMost(PATIENCE))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE));
    }

    @Test
    void aSilentServiceIsATimeout() throws Exception {
        var silent = vertx.createHttpServer().requestHandler(request -> {});
        var url = listen(silent);

        assertThatThrownBy(() -> client.exchange("GET", url, "/internal/x", null, Duration.ofMillis(300))
                        .await()
                        .atMost(PATIENCE))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.TIMEOUT));
        silent.close();
    }

    @Test
    void whatIsPassedOnKeepsItsPathAndItsHeaders() throws Exception {
        var echo = vertx.createHttpServer().requestHandler(request -> request.response()
                .setStatusCode(304)
                .putHeader("X-Seen", request.uri() + " " + request.getHeader("X-Who"))
                .end());
        var call = new InternalClient.Call(
                "GET", listen(echo), "/internal/x%2Fy%20z?a=%2F", null, Map.of("X-Who", "otto"), PATIENCE);

        var answer = client.exchange(call).await().atMost(PATIENCE);

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.headers().get("X-Seen")).isEqualTo("/internal/x%2Fy%20z?a=%2F otto");
        echo.close();
    }

    @Test
    void aClientOfItsOwnWaitsForNoOther() throws Exception {
        var arrived = new AtomicInteger();
        var server = vertx.createHttpServer().requestHandler(request -> {
            arrived.incrementAndGet();
            if (request.path().endsWith("/stop")) {
                request.response().end();
            }
        });
        var url = listen(server);
        try (var one = new InternalClient(vertx, token, 1);
                var other = new InternalClient(vertx, token, 1)) {
            one.exchange("POST", url, "/internal/hangs", null, PATIENCE)
                    .subscribe()
                    .with(answer -> {}, failure -> {});
            await().until(() -> arrived.get() == 1);

            assertThat(other.exchange("POST", url, "/internal/stop", null, PATIENCE)
                            .await()
                            .atMost(PATIENCE)
                            .status())
                    .isEqualTo(200);
        }
        server.close();
    }

    @Test
    void partsArriveOneByOneUntilTheStreamIsCancelled() throws Exception {
        var gone = new AtomicBoolean();
        var sent = new AtomicInteger();
        var camera = vertx.createHttpServer().requestHandler(request -> {
            var response = request.response().setChunked(true);
            response.putHeader("Content-Type", "multipart/x-mixed-replace; boundary=frame");
            long timer = vertx.setPeriodic(20, tick -> response.write(part("picture " + sent.incrementAndGet())));
            response.closeHandler(closed -> {
                vertx.cancelTimer(timer);
                gone.set(true);
            });
        });
        var received = new Received();

        var stream = client.stream(listen(camera), "/internal/mjpeg", received);
        await().until(() -> received.parts.size() >= 3);
        stream.cancel();

        assertThat(received.parts).startsWith("picture 1", "picture 2", "picture 3");
        await().untilTrue(gone);
        assertThat(received.ended).isFalse();
        camera.close();
    }

    @Test
    void aRefusedStreamEndsWithItsProblem() {
        var received = new Received();

        client.stream(info.internalUrl(), "/internal/sample/none", received);

        await().untilAsserted(() -> assertThat(received.failure).isNotNull());
        assertThat(received.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    }

    private static Buffer part(String body) {
        return Buffer.buffer("--frame\r\nContent-Type: text/plain\r\nContent-Length: " + body.length()
                + "\r\nX-Captured-At: now\r\n\r\n" + body + "\r\n");
    }

    private static String listen(HttpServer server) throws Exception {
        var listening = server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(15, TimeUnit.SECONDS);
        return "http://127.0.0.1:" + listening.actualPort();
    }

    private static final class Received implements PartListener {
        final List<String> parts = new CopyOnWriteArrayList<>();
        volatile boolean ended;
        volatile @Nullable Problem failure;

        @Override
        public void onPart(Map<String, String> headers, Buffer body) {
            assertThat(headers).containsEntry("x-captured-at", "now");
            parts.add(body.toString());
        }

        @Override
        public void onEnd(@Nullable Problem cause) {
            ended = true;
            failure = cause;
        }

        Problem.@Nullable Kind kind() {
            var cause = failure;
            return cause == null ? null : cause.kind();
        }
    }
}
