// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.file.CamerasFile;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamState.Name;
import io.nightjar.ingest.IngestRig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A camera that nobody of this house wrote: gst-rtsp-server, with B-frames and sound. */
class IndependentCameraIT {

    private static final String SERVER = """
            import gi, sys
            gi.require_version('Gst', '1.0'); gi.require_version('GstRtspServer', '1.0')
            from gi.repository import Gst, GstRtspServer, GLib
            Gst.init(None)
            server = GstRtspServer.RTSPServer(); server.set_address('127.0.0.1'); server.set_service('0')
            factory = GstRtspServer.RTSPMediaFactory(); factory.set_shared(True)
            factory.set_launch('( videotestsrc is-live=true ! video/x-raw,format=I420,width=320,height=180,framerate=15/1 '
              '! x264enc bframes=2 b-adapt=false key-int-max=15 speed-preset=veryfast ! video/x-h264,profile=main ! rtph264pay name=pay0 pt=96 '
              'audiotestsrc is-live=true ! audio/x-raw,rate=8000,channels=1 ! mulawenc ! rtppcmupay name=pay1 pt=0 )')
            server.get_mount_points().add_factory('/cam', factory)
            server.attach(None)
            print(server.get_bound_port(), flush=True)
            GLib.MainLoop().run()
            """;

    @TempDir
    Path folder;

    @Test
    void itsPictureAndSoundArePublished() throws Exception {
        var server = start();
        try (var rig = new IngestRig(folder)) {
            rig.apply(camera(port(server)));
            rig.awaitState("gst", Role.MAIN, Name.LIVE);
            await().atMost(IngestRig.PATIENCE).until(() -> {
                var media = rig.health("gst", Role.MAIN).media();
                return media != null && media.bFrames() && media.fps() > 10;
            });

            StreamHealth.Media media = rig.health("gst", Role.MAIN).media();
            assertThat(media).isNotNull();
            assertThat(media.width()).isEqualTo(320);
            assertThat(media.audioCodec()).isEqualTo("pcmu");
            assertThat(media.timestampBreaks()).isLessThanOrEqualTo(1);
            await().atMost(IngestRig.PATIENCE)
                    .until(() -> rig.sink.path("gst/main").packets() > 30);
        } finally {
            server.destroy();
            server.waitFor(5, TimeUnit.SECONDS);
        }
    }

    private static Process start() throws IOException {
        var process = new ProcessBuilder("/usr/bin/python3", "-c", SERVER)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process;
    }

    private static int port(Process server) throws IOException {
        var line =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assumeTrue(line != null, "SKIPPED: python3 with gst-rtsp-server and x264enc is not installed here");
        return Integer.parseInt(line);
    }

    private static CameraSpec camera(int port) {
        return CamerasFile.parse(
                        "version: 1\ncameras: [{id: gst, streams: {main: {url: \"rtsp://127.0.0.1:" + port
                                + "/cam\"}}}]",
                        Origin.FILE)
                .cameras()
                .getFirst();
    }
}
