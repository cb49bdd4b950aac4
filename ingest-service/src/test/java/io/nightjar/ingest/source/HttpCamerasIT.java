// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.contracts.stream.StreamState.Name;
import io.nightjar.ingest.IngestRig;
import io.nightjar.simulators.http.WebCamera;
import io.nightjar.simulators.rtsp.Command;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cameras that speak HTTP only. */
class HttpCamerasIT {

    @TempDir
    Path folder;

    private WebCamera camera;
    private IngestRig rig;

    @BeforeEach
    void start() throws Exception {
        camera = WebCamera.builder("yard").credentials("viewer", "canary-web").start();
        rig = new IngestRig(folder);
        rig.secrets.put("yard", Objects.requireNonNull(camera.credentials()));
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
        camera.close();
    }

    @Test
    void anMjpegCameraIsLiveAndItsPicturesAreHandedOnUntouched() {
        open(camera.mjpegUrl(Role.SUB), "");
        var delivery = live(Protocol.MJPEG);
        assertThat(delivery.web()).isEqualTo(StreamHealth.Web.ON_DEMAND);

        var pictures = rig.runner("yard", Role.SUB).pictures();
        await().atMost(IngestRig.PATIENCE).until(() -> pictures.newest(0).isPresent());
        assertThat(pictures.newest(0).orElseThrow().width()).isEqualTo(640);
        assertThat(pictures.newest(320).orElseThrow().width()).isEqualTo(320);
        assertThat(rig.sink.path("yard/sub").sessions())
                .as("nobody leased it for browsers, and browsers alone could use it")
                .isZero();
        assertThat(camera.connections()).isEqualTo(1);
    }

    @Test
    void itIsPublishedForBrowsersWhileSomebodyLeasesIt() {
        open(camera.mjpegUrl(Role.SUB), "");
        live(Protocol.MJPEG);

        var web = rig.sink.path(MediaPathName.web(StreamId.of("yard", Role.SUB)).toString());
        rig.demandForBrowsersUntil(
                "yard",
                Role.SUB,
                () -> web.packets() > 10 && rig.web("yard", Role.SUB).equals(Optional.of(StreamHealth.Web.RUNNING)));
        assertThat(web.sdp()).contains("H264");
        await().atMost(IngestRig.PATIENCE).until(() -> web.publishers() == 0);
        rig.awaitWeb("yard", Role.SUB, StreamHealth.Web.ON_DEMAND);
        assertThat(rig.health("yard", Role.SUB).state()).isEqualTo(Name.LIVE);
        assertThat(rig.sink.path("yard/sub").sessions()).isZero();
    }

    @Test
    void snapshotsArePolledAtTheWishedRateByOneWhoeverWatches() {
        open(camera.snapshotUrl(Role.SUB), ",\"input\":{\"fps\":4}");
        live(Protocol.SNAPSHOT);
        var pictures = rig.runner("yard", Role.SUB).pictures();
        var seen = new AtomicInteger();
        Runnable leave = pictures.watch((source, at) -> seen.incrementAndGet());
        Runnable leaveToo = pictures.watch((source, at) -> seen.incrementAndGet());
        await().atMost(IngestRig.PATIENCE).until(() -> seen.get() >= 16);
        leave.run();
        leaveToo.run();

        rig.awaitMedia("yard", Role.SUB, media -> media.fps() >= 3 && media.fps() <= 5);
    }

    @Test
    void aDeadSnapshotCameraIsAskedLessAndLessAndIsLiveAgainWhenItReturns() {
        open(camera.snapshotUrl(Role.SUB), ",\"input\":{\"fps\":5}");
        live(Protocol.SNAPSHOT);

        camera.apply(Command.REFUSE);
        rig.awaitHealth("yard", Role.SUB, seen -> seen.attempt() >= 2 && seen.error() == ErrorKind.REFUSED);
        camera.apply(Command.NORMAL);

        rig.awaitState("yard", Role.SUB, Name.LIVE);
    }

    @Test
    void flvAndPlaylistsAreReadByCopy() {
        open(camera.flvUrl(Role.SUB), ",\"protocol\":\"flv\"");
        live(Protocol.FLV);
        await().atMost(IngestRig.PATIENCE).until(() -> rig.sink.path("yard/sub").packets() > 30);

        open(camera.hlsUrl(Role.SUB), "");
        live(Protocol.HLS);
    }

    @Test
    void aRedirectToAnotherOfItsAddressesIsFollowed() {
        open(camera.movedUrl(camera.mjpegUrl(Role.SUB)), ",\"protocol\":\"mjpeg\"");
        live(Protocol.MJPEG);
    }

    @Test
    void aWrongPasswordIsSaid() {
        rig.secrets.put("yard", new Credentials("viewer", "canary-wrong"));
        open(camera.mjpegUrl(Role.SUB), "");

        rig.awaitHealth("yard", Role.SUB, seen -> seen.error() == ErrorKind.AUTH);
        assertThat(rig.reporter.healths.toString()).doesNotContain("canary");
    }

    private void open(String url, String fields) {
        rig.apply(IngestRig.camera("\"id\":\"yard\",\"streams\":{\"sub\":{\"url\":\"" + url + "\"" + fields + "}}"));
    }

    private StreamHealth.Delivery live(Protocol protocol) {
        rig.awaitState("yard", Role.SUB, Name.LIVE);
        var media = rig.awaitMedia(
                "yard",
                Role.SUB,
                seen -> seen.delivery() != null && seen.delivery().protocol() == protocol);
        rig.awaitState("yard", Role.SUB, Name.LIVE);
        return delivery(media);
    }

    private static StreamHealth.Delivery delivery(StreamHealth.Media media) {
        return Objects.requireNonNull(media.delivery());
    }
}
