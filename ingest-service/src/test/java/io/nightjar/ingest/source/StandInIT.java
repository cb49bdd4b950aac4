// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.contracts.stream.StreamState.Name;
import io.nightjar.ingest.IngestRig;
import io.nightjar.ingest.WithIngest;
import io.nightjar.simulators.amcrest.AmcrestCamera;
import io.nightjar.simulators.rtsp.RtspCamera;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A role whose own stream cannot be had shows the other, says so, and goes back. */
class StandInIT extends WithIngest {

    @Test
    void aPathThatTheCameraDoesNotHaveIsServedByTheOtherRoleOverItsOneConnection() {
        try (var camera = RtspCamera.builder("gate").start()) {
            rig.apply(camera(camera.url(Role.SUB), camera.url(Role.SUB).replace("/sub", "/nothing")));
            var health = rig.awaitHealth("gate", Role.MAIN, seen -> standsIn(seen) && seen.nextTry() != null);

            assertThat(health.state()).isEqualTo(Name.LIVE);
            assertThat(health.error()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(Objects.requireNonNull(health.standIn()).role()).isEqualTo(Role.SUB);
            assertThat(Objects.requireNonNull(health.media()).width()).isEqualTo(640);
            await().atMost(IngestRig.PATIENCE)
                    .until(() -> rig.sink.path("gate/main").packets() > 30);
            assertThat(camera.playing(Role.SUB)).isEqualTo(1);
            assertThat(rig.reporter.transitions)
                    .anyMatch(change -> change.stream().equals(StreamId.of("gate", Role.MAIN))
                            && change.to() == Name.LIVE
                            && change.cause() == ErrorKind.NOT_FOUND);
        }
    }

    @Test
    void itGoesBackWhenItsOwnStreamReturns() {
        try (var camera = RtspCamera.builder("gate").start();
                var other = RtspCamera.builder("gate-main").start()) {
            other.refuse();
            rig.apply(camera(camera.url(Role.SUB), other.url(Role.MAIN)));
            awaitStandIn();

            other.backToNormal();

            rig.awaitHealth("gate", Role.MAIN, seen -> seen.standIn() == null && seen.state() == Name.LIVE);
            rig.awaitMedia("gate", Role.MAIN, media -> media.width() > 640);
            rig.awaitHealth("gate", Role.MAIN, seen -> seen.error() == null);
            assertThat(rig.health("gate", Role.SUB).state()).isEqualTo(Name.LIVE);
        }
    }

    @Test
    void theEndOfWhatStandsInIsTold() {
        try (var camera = RtspCamera.builder("gate").start()) {
            rig.apply(camera(camera.url(Role.SUB), camera.url(Role.SUB).replace("/sub", "/nothing")));
            awaitStandIn();

            camera.refuse();

            rig.awaitHealth("gate", Role.MAIN, seen -> seen.standIn() == null && seen.state() != Name.LIVE);
        }
    }

    @Test
    void aCameraWhoseSmallStreamAloneIsMjpegShowsThatForBoth() {
        try (var camera = AmcrestCamera.builder("porch")
                .credentials("admin", "canary-amcrest")
                .start()) {
            rig.secrets.put("porch", Objects.requireNonNull(camera.credentials()));
            rig.apply(IngestRig.camera("""
                    "id":"porch","vendor":"amcrest","host":"127.0.0.1","ports":{"http":%d},"streams":{
                      "main":{"protocol":"mjpeg","onDemand":false},"sub":{"protocol":"mjpeg"}}""".formatted(camera.ports().get("http"))));

            rig.awaitState("porch", Role.SUB, Name.LIVE);
            rig.awaitState("porch", Role.MAIN, Name.LIVE);
            assertThat(camera.connections()).isLessThanOrEqualTo(2);
            await().atMost(IngestRig.PATIENCE)
                    .until(() ->
                            rig.runner("porch", Role.MAIN).pictures().newest(0).isPresent());
        }
    }

    private static CameraSpec camera(String sub, String main) {
        return IngestRig.camera("\"id\":\"gate\",\"streams\":{\"main\":{\"url\":\"" + main
                + "\",\"onDemand\":false},\"sub\":{\"url\":\"" + sub + "\"}}");
    }

    private void awaitStandIn() {
        rig.awaitHealth("gate", Role.MAIN, StandInIT::standsIn);
    }

    private static boolean standsIn(StreamHealth seen) {
        return seen.standIn() != null && seen.media() != null;
    }
}
