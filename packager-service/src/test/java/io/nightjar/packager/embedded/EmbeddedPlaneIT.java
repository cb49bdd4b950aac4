// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.embedded;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.engine.Engine;
import io.nightjar.engine.EngineOptions;
import io.nightjar.kit.MediaTokens;
import io.nightjar.packager.plane.MediaPlane;
import io.nightjar.packager.plane.MediaPlaneContract;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedPlaneIT extends MediaPlaneContract {

    private static Vertx vertx;

    @BeforeAll
    static void startLoops() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopLoops() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    protected MediaPlane open() {
        var clock = Clock.systemUTC();
        var door = new EngineDoor(serviceToken, streamPassword, new MediaTokens(home, clock), EmbeddedPlaneIT::same);
        return new EmbeddedPlane(
                Engine.start(new EngineOptions("127.0.0.1", 0, 0, List.of()), door, vertx, clock), door);
    }

    private static MediaPathName same(MediaPathName stream) {
        return stream;
    }

    @Override
    protected void settled() {}

    @Override
    protected URI rtsp() {
        return URI.create("rtsp://127.0.0.1:" + plane.rtspPort());
    }
}
