// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.engine.path.MediaPath;
import io.nightjar.engine.path.Paths;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A real server on loopback with short waits. */
final class RtspFixture implements AutoCloseable {

    static final MediaPathName GATE = MediaPathName.of("gate/main");

    final Vertx vertx = Vertx.vertx();
    final Clock clock = Clock.systemUTC();
    final Paths paths = new Paths(clock);
    final TestDoor door = new TestDoor();
    final RtspServer server;

    RtspFixture() {
        this(options());
    }

    RtspFixture(RtspOptions options) {
        server = await(RtspServer.start(options, paths, door, vertx, clock));
    }

    static RtspOptions options() {
        return RtspOptions.on("127.0.0.1", 0)
                .withTimeouts(
                        Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMillis(50));
    }

    String url() {
        return url("");
    }

    String url(String userInfo) {
        return "rtsp://" + userInfo + "127.0.0.1:" + server.port() + "/gate/main";
    }

    MediaPath path() {
        return paths.await(GATE, Duration.ofSeconds(10)).join();
    }

    TestClient client() {
        return new TestClient(server.port());
    }

    static <T> T await(java.util.concurrent.CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        // takes the server with it
        await(vertx.close().toCompletionStage());
    }
}
