// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.mediamtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.packager.PackagerConfig;
import io.nightjar.packager.plane.MediaPlane;
import io.nightjar.packager.plane.MediaPlaneContract;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Against a real MediaMTX, named by {@code NIGHTJAR_MEDIAMTX=/path/to/mediamtx}. */
@EnabledIfEnvironmentVariable(
        named = "NIGHTJAR_MEDIAMTX",
        matches = ".+",
        disabledReason =
                "SKIPPED: the contract suite against a real MediaMTX needs NIGHTJAR_MEDIAMTX=/path/to/mediamtx")
class MediaMtxPlaneIT extends MediaPlaneContract {

    private RealMediaMtx server;

    @Override
    protected MediaPlane open() throws Exception {
        server = RealMediaMtx.start(folder);
        return MediaMtxPlane.open(config(), serviceToken, streamPassword);
    }

    private PackagerConfig.MediaMtx config() {
        return new PackagerConfig.MediaMtx() {
            @Override
            public URI apiUrl() {
                return server.api();
            }

            @Override
            public Optional<String> apiUsername() {
                return Optional.empty();
            }

            @Override
            public Optional<String> apiPassword() {
                return Optional.empty();
            }

            @Override
            public URI hlsUrl() {
                return server.hls();
            }

            @Override
            public URI webrtcUrl() {
                return server.webrtc();
            }

            @Override
            public URI rtspUrl() {
                return server.rtsp();
            }
        };
    }

    @Override
    protected URI rtsp() {
        return server.rtsp();
    }

    @Override
    protected void settled() {
        await().atMost(Duration.ofSeconds(10)).until(() -> server.knows(GATE));
    }

    @AfterEach
    void stopServer() throws Exception {
        server.close();
    }

    @Test
    void afterItsRestartEverythingIsConfiguredAgain() throws Exception {
        publish().close();
        server.restart();
        settled();
        try (var again = publish()) {
            await().atMost(Duration.ofSeconds(10)).until(() -> state().online());
            assertThat(again.failure()).isNull();
        }
    }
}
