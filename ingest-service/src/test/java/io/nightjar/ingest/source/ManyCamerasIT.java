// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.contracts.stream.StreamState.Name;
import io.nightjar.ingest.IngestRig;
import io.nightjar.simulators.rtsp.RtspCamera;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to one stream is no business of the others. */
class ManyCamerasIT {

    @TempDir
    Path folder;

    private RtspCamera gate;
    private RtspCamera yard;
    private IngestRig rig;

    @BeforeEach
    void start() throws Exception {
        gate = RtspCamera.builder("gate").start();
        yard = RtspCamera.builder("yard").start();
        rig = new IngestRig(folder);
        rig.apply(rig.camera("gate", gate, "", ""), rig.camera("yard", yard, "", ""));
        rig.awaitState("gate", Role.SUB, Name.LIVE);
        rig.awaitState("yard", Role.SUB, Name.LIVE);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
        gate.close();
        yard.close();
    }

    @Test
    void theLossAndReturnOfOneCameraRestartsNothingElse() {
        int connections = yard.connectionsOpened();
        gate.refuse();
        rig.awaitState("gate", Role.SUB, Name.BACKOFF);
        gate.backToNormal();
        rig.awaitState("gate", Role.SUB, Name.LIVE);

        assertThat(yard.connectionsOpened()).isEqualTo(connections);
        assertThat(rig.states("yard", Role.SUB)).containsExactly(Name.CONNECTING, Name.PROBING, Name.LIVE);
        assertThat(rig.sink.path("yard/sub").sessions()).isEqualTo(1);
    }

    @Test
    void aChangedSpecRestartsOnlyItsStream() {
        int connections = yard.connectionsOpened();

        rig.apply(rig.camera("gate", gate, "", ", \"transport\":\"udp\""), rig.camera("yard", yard, "", ""));

        rig.awaitMedia("gate", Role.SUB, media -> media.transport().equals("udp"));
        rig.awaitState("gate", Role.SUB, Name.LIVE);
        assertThat(yard.connectionsOpened()).isEqualTo(connections);
    }

    @Test
    void switchingOffStopsAndSwitchingOnStartsWithoutTouchingTheRest() {
        rig.apply(rig.camera("gate", gate, "", ", \"enabled\":false"), rig.camera("yard", yard, "", ""));
        rig.awaitState("gate", Role.SUB, Name.STOPPED);
        await().atMost(IngestRig.PATIENCE).until(() -> gate.connectionsOpen() == 0);

        rig.apply(rig.camera("gate", gate, "", ""), rig.camera("yard", yard, "", ""));

        rig.awaitState("gate", Role.SUB, Name.LIVE);
        assertThat(rig.states("yard", Role.SUB)).hasSize(3);
    }

    @Test
    void aDeletedCameraIsLetGoAndItsHealthTakenBack() {
        rig.apply(rig.camera("yard", yard, "", ""));

        await().atMost(IngestRig.PATIENCE).until(() -> gate.connectionsOpen() == 0);
        await().atMost(IngestRig.PATIENCE).until(() -> rig.reporter.gone.contains(StreamId.of("gate", Role.SUB)));
        assertThat(rig.sources.health())
                .allMatch(health -> health.stream().camera().value().equals("yard"));
        assertThat(rig.health("yard", Role.SUB).state()).isEqualTo(Name.LIVE);
    }

    @Test
    void aHiddenCameraIsLetGoLikeADeletedOne() {
        rig.apply(
                IngestRig.camera(
                        "\"id\":\"gate\",\"hidden\":true,\"streams\":{\"sub\":\"" + gate.url(Role.SUB) + "\"}"),
                rig.camera("yard", yard, "", ""));

        await().atMost(IngestRig.PATIENCE).until(() -> gate.connectionsOpen() == 0);
        await().atMost(IngestRig.PATIENCE).until(() -> rig.reporter.gone.contains(StreamId.of("gate", Role.SUB)));
        assertThat(rig.sources.find(CameraId.of("gate"), Role.SUB)).isEmpty();
    }

    @Test
    void rolesOfOneSourceShareOneSession() throws Exception {
        var spec = rig.camera("gate", gate, "", "");
        var one =
                spec.withStream(Role.MAIN, Objects.requireNonNull(spec.streams().get(Role.SUB)));
        rig.apply(one, rig.camera("yard", yard, "", ""));

        assertThat(rig.runner("gate", Role.MAIN)).isSameAs(rig.runner("gate", Role.SUB));
        assertThat(rig.sources.health()).hasSize(3);
        rig.awaitState("gate", Role.MAIN, Name.LIVE);
        assertThat(gate.playing(Role.SUB)).isEqualTo(1);
    }

    @Test
    void theTransportAndFormatsThatWorkedAreKeptForTheNextStart() {
        await().atMost(IngestRig.PATIENCE).until(() -> new StreamMemory(folder)
                .recall(StreamId.of("gate", Role.SUB))
                .isPresent());
        var worked =
                new StreamMemory(folder).recall(StreamId.of("gate", Role.SUB)).orElseThrow();

        assertThat(worked.address()).isEqualTo(gate.url(Role.SUB));
        assertThat(worked.transport().wire()).isEqualTo("tcp");
        assertThat(worked.formats()).hasSize(1);
        assertThat(worked.formats().getFirst().width()).isEqualTo(640);
    }

    @Test
    void picturesAreThereForWhoAsksAndTheLastOutlivesItsSession() {
        var pictures = rig.runner("gate", Role.SUB).pictures();
        await().atMost(IngestRig.PATIENCE).until(() -> pictures.newest(320).isPresent());
        assertThat(pictures.newest(320).orElseThrow().width()).isEqualTo(320);

        gate.refuse();
        rig.awaitState("gate", Role.SUB, Name.BACKOFF);

        await().atMost(IngestRig.PATIENCE).until(() -> pictures.newest(0).isPresent());
    }
}
