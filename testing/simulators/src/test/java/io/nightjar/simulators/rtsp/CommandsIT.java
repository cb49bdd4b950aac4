// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.Programs;
import io.nightjar.simulators.StripViewer;
import io.nightjar.simulators.Waiting;
import io.nightjar.simulators.scene.Scene;
import io.vertx.core.Vertx;
import java.net.ConnectException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandsIT {

    private static final int SUB_TICKS = 90_000 / 15;

    private static Vertx vertx;
    private RtspCamera camera;

    @BeforeAll
    static void open() {
        vertx = SimulatorVertx.create();
    }

    @AfterAll
    static void close() {
        Waiting.await(vertx.close());
    }

    @BeforeEach
    void start() {
        camera = RtspCamera.builder("Gate")
                .scene(Scene.warehouse())
                .main(new StreamProfile(320, 180, 60, 300_000))
                .credentials("viewer", "secret")
                .start(vertx);
    }

    @AfterEach
    void stop() {
        camera.close();
    }

    private TestClient client() throws Exception {
        return TestClient.playing(camera.url(Role.SUB), camera.credentials());
    }

    @Test
    void aSilentCameraKeepsItsConnectionsAndSendsNothing() throws Exception {
        try (var client = client()) {
            client.picture();

            camera.goSilent();

            await().untilAsserted(() -> {
                client.forgetPictures();
                await().during(Duration.ofMillis(300)).until(() -> !client.hasPicture());
            });
            assertThat(client.ended()).isFalse();
            assertThat(client.ask("GET_PARAMETER", camera.url(Role.SUB), null).status())
                    .isEqualTo(200);

            camera.backToNormal();

            assertThat(client.picture().key()).isTrue();
        }
    }

    @Test
    void droppedConnectionsEndAndNewOnesAreTaken() throws Exception {
        try (var client = client()) {
            client.picture();

            camera.dropConnections();

            await().until(client::ended);
            assertThat(camera.connectionsOpen()).isZero();
            try (var next = client()) {
                assertThat(next.picture().key()).isTrue();
                assertThat(camera.connectionsOpened()).isEqualTo(2);
            }
        }
    }

    @Test
    void aRefusingCameraComesBackOnTheSamePort() throws Exception {
        var port = camera.port();
        try (var client = client()) {
            client.picture();

            camera.refuse();

            await().until(client::ended);
            assertThatThrownBy(this::client).isInstanceOf(ConnectException.class);

            camera.backToNormal();

            assertThat(camera.port()).isEqualTo(port);
            try (var next = client()) {
                assertThat(next.picture().key()).isTrue();
            }
        }
    }

    @Test
    void theRightPasswordIsRejectedWhileTold() throws Exception {
        camera.rejectPassword();
        try (var client = new TestClient(camera.url(Role.SUB), camera.credentials())) {
            assertThat(client.ask("DESCRIBE", camera.url(Role.SUB), null).status())
                    .isEqualTo(401);

            camera.backToNormal();

            assertThat(client.ask("DESCRIBE", camera.url(Role.SUB), null).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aFrozenCameraRepeatsItsPictureAndItsTimeGoesOn() throws Exception {
        Programs.require("ffmpeg");
        try (var viewer = new StripViewer(camera.urlWithCredentials(Role.SUB));
                var client = client()) {
            var before = viewer.next().orElseThrow();
            assertThat(viewer.next().orElseThrow().frame()).isGreaterThan(before.frame());

            camera.freeze();

            var frozen = new AtomicReference<>(before);
            viewer.until(reading -> reading.orElseThrow().equals(frozen.getAndSet(reading.orElseThrow())));
            assertThat(viewer.next()).contains(frozen.get());
            var timestamp = client.picture().timestamp();
            var step = client.picture().timestamp() - timestamp;
            assertThat(step).isPositive();
            assertThat(step % SUB_TICKS).as("a busy machine may miss a picture").isZero();
        }
    }

    @Test
    void aBlackPictureCarriesNoClock() throws Exception {
        Programs.require("ffmpeg");
        try (var viewer = new StripViewer(camera.urlWithCredentials(Role.SUB))) {
            assertThat(viewer.next()).isPresent();

            camera.black();
            viewer.until(Optional::isEmpty);

            camera.backToNormal();
            viewer.until(Optional::isPresent);
        }
    }

    @Test
    void theResolutionChangesInTheMiddleOfASession() throws Exception {
        try (var client = client()) {
            client.awaitSize(640, 360);

            camera.changeResolution();
            client.awaitSize(480, 270);

            camera.backToNormal();
            client.awaitSize(640, 360);
        }
    }

    @Test
    void aSlowCameraAnswersLate() throws Exception {
        camera.openSlowly();
        try (var client = new TestClient(camera.url(Role.SUB), null)) {
            var begun = System.nanoTime();

            client.ask("OPTIONS", camera.url(Role.SUB), null);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(1500));
        }
    }

    @Test
    void badTimestampsRepeatAndJump() throws Exception {
        camera.sendBadTimestamps();
        try (var client = TestClient.playing(camera.url(Role.MAIN), camera.credentials())) {
            var steps = new HashSet<Integer>();
            var last = client.picture().timestamp();
            for (var i = 0; i < 95; i++) {
                var timestamp = client.picture().timestamp();
                steps.add(timestamp - last);
                last = timestamp;
            }

            assertThat(steps).contains(0, 90_000 / 60).anyMatch(step -> step > 9 * 90_000);
        }
    }
}
