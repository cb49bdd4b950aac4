// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamState.Name;
import io.nightjar.ingest.IngestRig;
import io.nightjar.ingest.RtspSink;
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

    /** Much less than what it would take if nobody hurried, and enough for a slow machine. */
    private static final Duration SOON = Duration.ofSeconds(10);

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

        await().atMost(IngestRig.PATIENCE).untilAsserted(() -> assertThat(age(received))
                .as("age of the newest frame by its sender report")
                .isBetween(-0.05, 0.5));
        var media = rig.awaitMedia("gate", Role.SUB, any -> true);
        assertThat(media.codec()).isEqualTo("h264");
        assertThat(media.width()).isEqualTo(640);
        assertThat(media.transport()).isEqualTo("tcp");
        assertThat(rig.states("gate", Role.SUB)).startsWith(Name.CONNECTING, Name.PROBING, Name.LIVE);
        assertThat(rig.health("gate", Role.MAIN).state()).isEqualTo(Name.IDLE);
    }

    @Test
    void aDroppedConnectionIsTriedAgainWithinASecondAndLiveAtTheFirstTry() {
        rig.awaitState("gate", Role.SUB, Name.LIVE);

        camera.dropConnections();
        rig.awaitState("gate", Role.SUB, Name.BACKOFF);
        var health = rig.awaitState("gate", Role.SUB, Name.LIVE);

        assertThat(health.error()).isNull();
        assertThat(health.restarts()).isEqualTo(1);
        assertThat(rig.reporter.transitions)
                .filteredOn(change -> change.to() == Name.BACKOFF)
                .singleElement()
                .satisfies(change -> assertThat(change.nextDelayMs()).isLessThanOrEqualTo(1_000L));
    }

    @Test
    void aCameraThatRefusesIsTriedUntilItAnswersAndIsLiveSoonAfter() {
        rig.awaitState("gate", Role.SUB, Name.LIVE);
        camera.refuse();
        rig.awaitHealth("gate", Role.SUB, seen -> seen.error() == ErrorKind.REFUSED && seen.attempt() >= 3);

        camera.backToNormal();
        var back = Instant.now();
        rig.awaitState("gate", Role.SUB, Name.LIVE);

        assertThat(Duration.between(back, Instant.now())).isLessThan(SOON);
    }

    @Test
    void aWrongPasswordIsSaidAndTheRightOneTriedAtOnce() {
        rig.secrets.put("gate", new Credentials("viewer", "canary-wrong"));
        rig.runner("gate", Role.SUB).restart();
        var health = rig.awaitHealth(
                "gate", Role.SUB, seen -> seen.error() == ErrorKind.AUTH && seen.state() == Name.BACKOFF);
        assertThat(health.nextTry()).isAfter(health.since().plusSeconds(50));

        rig.secrets.put("gate", SECRET);
        rig.sources.checkCredentials();

        rig.awaitState("gate", Role.SUB, Name.LIVE);
        assertThat(rig.reporter.healths.toString() + rig.reporter.transitions).doesNotContain("canary");
    }

    @Test
    void aSilentCameraIsReportedStalledAndLiveWhenItSpeaksAgain() {
        rig.awaitState("gate", Role.SUB, Name.LIVE);
        camera.goSilent();
        var stalled = rig.awaitState("gate", Role.SUB, Name.STALLED);
        assertThat(stalled.error()).isEqualTo(ErrorKind.NO_FRAMES);

        camera.backToNormal();

        var live = rig.awaitState("gate", Role.SUB, Name.LIVE);
        assertThat(live.restarts()).isZero();
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
        await().atMost(IngestRig.PATIENCE).until(() -> received.publishers() == 1);
        long packets = received.packets();
        await().atMost(IngestRig.PATIENCE).until(() -> received.packets() > packets + 30);
        assertThat(camera.connectionsOpened()).isEqualTo(connections);
        rig.awaitHealth("gate", Role.SUB, seen -> seen.error() == null);
    }

    @Test
    void aChangedResolutionIsNoticed() {
        rig.awaitState("gate", Role.SUB, Name.LIVE);

        camera.changeResolution();

        rig.awaitMedia("gate", Role.SUB, media -> media.width() == 480);
        rig.awaitState("gate", Role.SUB, Name.LIVE);
    }

    @Test
    void demandOpensMainAndItsEndClosesIt() {
        rig.demandUntil(
                "gate",
                Role.MAIN,
                () -> rig.health("gate", Role.MAIN).state() == Name.LIVE && camera.playing(Role.MAIN) == 1);

        rig.awaitState("gate", Role.MAIN, Name.IDLE);

        await().atMost(IngestRig.PATIENCE).until(() -> camera.playing(Role.MAIN) == 0);
        assertThat(rig.health("gate", Role.SUB).state()).isEqualTo(Name.LIVE);
    }

    @Test
    void aBlackPictureIsTold() {
        rig.awaitState("gate", Role.SUB, Name.LIVE);

        camera.black();

        rig.awaitMedia("gate", Role.SUB, StreamHealth.Media::black);
        assertThat(rig.health("gate", Role.SUB).state()).isEqualTo(Name.LIVE);
    }

    @Test
    void closingEndsEverythingSoon() {
        rig.awaitState("gate", Role.SUB, Name.LIVE);
        var asked = Instant.now();

        rig.sources.close();

        assertThat(Duration.between(asked, Instant.now())).isLessThan(SOON);
        await().atMost(IngestRig.PATIENCE).until(() -> camera.connectionsOpen() == 0);
    }

    private static double age(RtspSink.Received received) {
        var report = Objects.requireNonNull(received.report());
        double newest = report.wallSeconds() + (int) (received.newestRtp() - report.rtp()) / 90_000.0;
        return Instant.now().toEpochMilli() / 1000.0 - newest;
    }
}
