// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamState.Name;
import io.nightjar.ingest.IngestRig;
import io.nightjar.ingest.WithIngest;
import io.nightjar.simulators.reolink.ReolinkCamera;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Ways in beside RTSP and HTTP. */
class ProtocolsIT extends WithIngest {

    private static final String FFMPEG = "/usr/bin/ffmpeg";

    @Test
    void rtmpIsReadByCopy() {
        try (var camera =
                ReolinkCamera.builder("yard").credentials("admin", "canary1").start()) {
            rig.secrets.put("cam", Objects.requireNonNull(camera.credentials()));
            open("\"protocol\":\"rtmp\"", ",\"vendor\":\"reolink\",\"host\":\"127.0.0.1\",\"ports\":" + ports(camera));

            live(Protocol.RTMP);
            await().atMost(IngestRig.PATIENCE)
                    .until(() -> rig.sink.path("cam/sub").packets() > 20);
        }
    }

    @Test
    void aRecordingPlaysAsIfItWereLiveAndStartsOverAtItsEnd() throws Exception {
        var clip = folder.resolve("clip.mp4");
        var encoder = run(
                false,
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=320x180:rate=15",
                "-t",
                "2",
                "-c:v",
                "libx264",
                "-g",
                "15",
                "-bf",
                "0",
                clip.toString());
        assertThat(encoder.waitFor(60, TimeUnit.SECONDS))
                .as("ffmpeg wrote a clip")
                .isTrue();
        open("\"url\":\"file://" + clip + "\"", "");

        live(Protocol.FILE);
        await().atMost(IngestRig.PATIENCE).until(() -> rig.sink.path("cam/sub").packets() > 45);
        assertThat(rig.health("cam", Role.SUB).restarts()).isZero();
    }

    @Test
    void srtIsReadByCopy() throws Exception {
        int port = freeUdpPort();
        var sender = run(
                true,
                "-re",
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=320x180:rate=15",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-tune",
                "zerolatency",
                "-g",
                "15",
                "-f",
                "mpegts",
                "srt://127.0.0.1:" + port + "?mode=listener");
        try {
            open("\"url\":\"srt://127.0.0.1:" + port + "\"", "");

            live(Protocol.SRT);
            await().atMost(IngestRig.PATIENCE)
                    .until(() -> rig.sink.path("cam/sub").packets() > 20);
        } finally {
            sender.destroy();
            sender.waitFor(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void aUsbCameraThatIsNotPluggedInIsSaid() {
        open("\"url\":\"v4l2:///dev/video-none\"", "");

        var health = rig.awaitHealth("cam", Role.SUB, seen -> seen.error() == ErrorKind.REFUSED);
        assertThat(health.reason()).contains("/dev/video-none");
    }

    private void open(String stream, String fields) {
        rig.apply(IngestRig.camera("\"id\":\"cam\",\"streams\":{\"sub\":{" + stream + "}}" + fields));
    }

    private void live(Protocol protocol) {
        rig.awaitState("cam", Role.SUB, Name.LIVE);
        rig.awaitMedia(
                "cam",
                Role.SUB,
                media -> media.delivery() != null && media.delivery().protocol() == protocol);
    }

    private static String ports(ReolinkCamera camera) {
        var fields = new ArrayList<String>();
        camera.ports().forEach((name, port) -> fields.add("\"" + name + "\":" + port));
        return "{" + String.join(",", fields) + "}";
    }

    private static int freeUdpPort() throws Exception {
        try (var socket = new DatagramSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Process run(boolean endless, String... arguments) throws Exception {
        assumeTrue(Files.isExecutable(Path.of(FFMPEG)), "SKIPPED: ffmpeg is not installed here");
        var command = new ArrayList<>(List.of(FFMPEG, "-hide_banner", "-loglevel", "error", "-nostdin"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.isAlive() || !endless).isTrue();
        return process;
    }
}
