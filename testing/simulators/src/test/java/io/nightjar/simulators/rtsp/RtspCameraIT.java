// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.stream.Role;
import io.nightjar.rtsp.Sdp;
import io.nightjar.rtsp.rtp.Rtcp;
import io.nightjar.simulators.Waiting;
import io.nightjar.simulators.scene.Scene;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RtspCameraIT {

    private static Vertx vertx;

    @BeforeAll
    static void open() {
        vertx = SimulatorVertx.create();
    }

    @AfterAll
    static void close() {
        Waiting.await(vertx.close());
    }

    private static RtspCamera.Builder camera() {
        return RtspCamera.builder("Gate").scene(Scene.warehouse());
    }

    @Test
    void eachNewSessionBeginsWithAKeyFrameAtOnce() throws Exception {
        try (var camera = camera().start(vertx);
                var first = TestClient.playing(camera.url(Role.SUB), null)) {
            assertThat(first.picture().key()).isTrue();
            first.picture();
            first.picture();
            try (var second = TestClient.playing(camera.url(Role.SUB), null)) {
                var picture = second.picture();

                assertThat(picture.key()).isTrue();
                assertThat(TestClient.size(picture)).isEqualTo("640x360");
                assertThat(camera.playing(Role.SUB)).isEqualTo(2);
            }
        }
    }

    @Test
    void nothingIsEncodedWhileNobodyWatches() throws Exception {
        try (var camera = camera().start(vertx)) {
            try (var client = TestClient.playing(camera.url(Role.MAIN), null)) {
                assertThat(TestClient.size(client.picture())).isEqualTo("1280x720");
                assertThat(camera.encodedFrames(Role.SUB)).isZero();
            }
            await().until(() -> camera.playing(Role.MAIN) == 0);
            // One may be on its way still: none is added from one look to the next.
            var seen = new AtomicLong(-1);
            await().pollInterval(Duration.ofMillis(300)).until(() -> {
                long encoded = camera.encodedFrames(Role.MAIN);
                return seen.getAndSet(encoded) == encoded;
            });
        }
    }

    @Test
    void theDescriptionCarriesParameterSetsAndThePlayAnswerThePlaceInTime() throws Exception {
        try (var camera = camera().credentials("viewer", "secret").start(vertx);
                var client = new TestClient(camera.url(Role.SUB), camera.credentials())) {
            var description = client.ask("DESCRIBE", camera.url(Role.SUB), null);
            assertThat(description.header("Content-Base")).contains(camera.url(Role.SUB) + "/");
            assertThat(Sdp.parse(description.body()).media().getFirst().parameterSets())
                    .hasSize(2);

            var playing = client.play();

            var picture = client.picture();
            assertThat(playing.header("RTP-Info").orElseThrow())
                    .contains("rtptime=" + Integer.toUnsignedString(picture.timestamp()));
            assertThat(client.report())
                    .isInstanceOfSatisfying(Rtcp.SenderReport.class, report -> assertThat(report.timestamp())
                            .isEqualTo(picture.timestamp()));
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndTheRightOneIsNot() throws Exception {
        try (var camera = camera().credentials("viewer", "secret").start(vertx);
                var anonymous = new TestClient(camera.url(Role.SUB), null);
                var known = new TestClient(camera.url(Role.SUB), camera.credentials())) {
            var url = camera.url(Role.SUB);
            assertThat(anonymous.ask("OPTIONS", url, null).status()).isEqualTo(200);
            assertThat(anonymous.ask("DESCRIBE", url, null).status()).isEqualTo(401);
            assertThat(anonymous
                            .ask("SETUP", url, "RTP/AVP/TCP;unicast;interleaved=0-1")
                            .status())
                    .isEqualTo(401);
            assertThat(known.ask("DESCRIBE", url, null).status()).isEqualTo(200);
        }
    }

    @Test
    void oneSessionTooManyIsTurnedAway() throws Exception {
        try (var camera = camera().maxSessions(1).start(vertx);
                var first = TestClient.playing(camera.url(Role.SUB), null);
                var second = new TestClient(camera.url(Role.MAIN), null)) {
            first.picture();

            var answer = second.ask("SETUP", camera.url(Role.MAIN), "RTP/AVP/TCP;unicast;interleaved=0-1");

            assertThat(answer.status()).isEqualTo(453);
        }
    }

    @Test
    void aTransportThatIsNotServedIsTurnedAway() throws Exception {
        try (var camera = camera().transports(Set.of(Transport.TCP)).start(vertx);
                var client = new TestClient(camera.url(Role.SUB), null)) {
            var url = camera.url(Role.SUB);
            assertThat(client.ask("SETUP", url, "RTP/AVP;unicast;client_port=40000-40001")
                            .status())
                    .isEqualTo(461);
            assertThat(client.ask("SETUP", url, "RTP/AVP/TCP;unicast;interleaved=0-1")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatACameraCannotDoIsAnsweredProperly() throws Exception {
        try (var camera = camera().start(vertx);
                var client = new TestClient(camera.url(Role.SUB), null)) {
            var url = camera.url(Role.SUB);
            assertThat(client.ask("DESCRIBE", url.replace("/sub", "/other"), null)
                            .status())
                    .isEqualTo(404);
            assertThat(client.ask("PLAY", url, null).status()).isEqualTo(455);
            assertThat(client.ask("ANNOUNCE", url, null).status()).isEqualTo(501);
            assertThat(client.play().status()).isEqualTo(200);
            assertThat(client.ask("GET_PARAMETER", url, null).header("Session")).isPresent();
            assertThat(client.ask("TEARDOWN", url, null).status()).isEqualTo(200);
            await().until(() -> camera.playing(Role.SUB) == 0);
            assertThat(client.ended()).isFalse();
        }
    }
}
