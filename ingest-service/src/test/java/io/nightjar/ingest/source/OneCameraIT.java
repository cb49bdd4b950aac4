// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamState.Name;
import io.nightjar.ingest.IngestRig;
import io.nightjar.simulators.rtsp.RtspCamera;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One real camera through everything that can happen to it. */
class OneCameraIT {

    private static final Credentials SECRET = new Credentials("viewer", "canary:p@ss#1");

    @TempDir
    Path folder;

    private RtspCamera camera;
    private IngestRig rig;

    @BeforeEach
    void start() throws Exception {
        camera = RtspCamera.builder("gate")
                .credentials(SECRET.username(), SECRET.password())
                .start();
        rig = new IngestRig(folder);
        rig.apply(rig.camera("gate", camera, "", ""));
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
        camera.close();
    }

    @Test
    void aCameraIsPublishedByCopyWithItsArrivalTime() {
        rig.awaitState("gate", Role.SUB, Name.LIVE);
        var received = rig.sink.path("gate/sub");
        await().atMost(IngestRig.PATIENCE).until(() -> received.packets() > 60 && received.report() != null);

        var report = Objects.requireNonNull(received.report());
        double newest = report.wallSeconds() + (int) (received.newestRtp() - report.rtp()) / 90_000.0;
        double now = Instant.now().toEpochMilli() / 1000.0;
        assertThat(now - newest)
                .as("age of the newest frame by its sender report")
                .isBetween(-0.05, 0.5);
        var media = rig.awaitMedia("gate", Role.SUB, any -> true);
        assertThat(media.codec()).isEqualTo("h264");
        assertThat(media.width()).isEqualTo(640);
        assertThat(media.transport()).isEqualTo("tcp");
        assertThat(rig.states("gate", Role.SUB)).startsWith(Name.CONNECTING, Name.PROBING, Name.LIVE);
        assertThat(rig.health("gate", Role.MAIN).state()).isEqualTo(Name.IDLE);
    }

    @Test
    void aDroppedConnectionIsLiveAgainWithinThreeSeconds() {
        rig.awaitState("gate", Role.SUB, Name.LIVE);

        camera.dropConnections();
        rig.awaitState("gate", Role.SUB, Name.BACKOFF);
        var lost = Instant.now();
        rig.awaitState("gate", Role.SUB, Name.LIVE);

        assertThat(Duration.between(lost, Instant.now())).isLessThan(Duration.ofSeconds(3));
        assertThat(rig.health("gate", Role.SUB).error()).isNull();
        assertThat(rig.health("gate", Role.SUB).restarts()).isEqualTo(1);
    }

    @Test
    void aCameraThatRefusesIsTriedUntilItAnswersAndIsLiveSoonAfter() {
        rig.awaitState("gate", Role.SUB, Name.LIVE);
        camera.refuse();
        await().atMost(IngestRig.PATIENCE)
                .until(() -> rig.health("gate", Role.SUB).error() == ErrorKind.REFUSED
                        && rig.health("gate", Role.SUB).attempt() >= 3);

        camera.backToNormal();
        var back = Instant.now();
        rig.awaitState("gate", Role.SUB, Name.LIVE);

        assertThat(Duration.between(back, Instant.now())).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aWrongPasswordIsSaidAndTheRightOneTriedAtOnce() {
        rig.secrets.put("gate", new Credentials("viewer", "canary-wrong"));
        rig.runner("gate", Role.SUB).restart();
        await().atMost(IngestRig.PATIENCE)
                .until(() -> rig.health("gate", Role.SUB).error() == ErrorKind.AUTH);
        assertThat(rig.health("gate", Role.SUB).nextTry()).isAfter(Instant.now().plusSeconds(50));

        rig.secrets.put("gate", SECRET);
        rig.sources.checkCredentials();

        rig.awaitState("gate", Role.SUB, Name.LIVE);
        assertThat(rig.reporter.healths.toString() + rig.reporter.transitions).doesNotContain("canary");
    }

    @Test
    void aSilentCameraIsReportedStalledAndLiveWhenItSpeaksAgain() {
        rig.awaitState("gate", Role.SUB, Name.LIVE);
        camera.goSilent();
        rig.awaitState("gate", Role.SUB, Name.STALLED);
        assertThat(rig.health("gate", Role.SUB).error()).isEqualTo(ErrorKind.NO_FRAMES);

        camera.backToNormal();

        rig.awaitState("gate", Role.SUB, Name.LIVE);
        assertThat(rig.health("gate", Role.SUB).restarts()).isZero();
    }

    @Test
    void aLostMediaPlaneCostsTheCameraNothing() throws Exception {
        rig.awaitState("gate", Role.SUB, Name.LIVE);
        int connections = camera.connectionsOpened();

        rig.sink.stop();
        await().atMost(IngestRig.PATIENCE)
                .until(() -> rig.reporter.healths.stream().anyMatch(health -> health.error() == ErrorKind.MEDIA_PLANE));
        assertThat(rig.health("gate", Role.SUB).state()).isEqualTo(Name.LIVE);
        rig.sink.start();

        var received = rig.sink.path("gate/sub");
        await().atMost(Duration.ofSeconds(5)).until(() -> received.publishers() == 1);
        long packets = received.packets();
        await().atMost(Duration.ofSeconds(5)).until(() -> received.packets() > packets + 30);
        assertThat(camera.connectionsOpened()).isEqualTo(connections);
        await().atMost(IngestRig.PATIENCE)
                .until(() -> rig.health("gate", Role.SUB).error() == null);
    }

    @Test
    void aChangedResolutionIsNoticed() {
        rig.awaitState("gate", Role.SUB, Name.LIVE);

        camera.changeResolution();

        await().atMost(IngestRig.PATIENCE).until(() -> {
            var media = rig.health("gate", Role.SUB).media();
            return media != null
                    && media.width() == 480
                    && rig.health("gate", Role.SUB).state() == Name.LIVE;
        });
    }

    @Test
    void demandOpensMainAndItsEndClosesIt() {
        rig.runner("gate", Role.MAIN).demand(Duration.ofSeconds(6));
        rig.awaitState("gate", Role.MAIN, Name.LIVE);
        rig.runner("gate", Role.MAIN).demand(Duration.ofSeconds(1));
        assertThat(camera.playing(Role.MAIN)).isEqualTo(1);

        rig.awaitState("gate", Role.MAIN, Name.IDLE);

        await().atMost(Duration.ofSeconds(3)).until(() -> camera.playing(Role.MAIN) == 0);
        assertThat(rig.health("gate", Role.SUB).state()).isEqualTo(Name.LIVE);
    }

    @Test
    void aBlackPictureIsTold() {
        rig.awaitState("gate", Role.SUB, Name.LIVE);

        camera.black();

        await().atMost(IngestRig.PATIENCE).until(() -> {
            var media = rig.health("gate", Role.SUB).media();
            return media != null && media.black();
        });
        assertThat(rig.health("gate", Role.SUB).state()).isEqualTo(Name.LIVE);
    }

    @Test
    void closingEndsEverythingWithinTwoSeconds() {
        rig.awaitState("gate", Role.SUB, Name.LIVE);
        var asked = Instant.now();

        rig.sources.close();

        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));
        await().atMost(Duration.ofSeconds(2)).until(() -> camera.connectionsOpen() == 0);
    }
}
