// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.Programs;
import io.nightjar.simulators.scene.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that others wrote watch the cameras. */
class PeersIT {

    private static RtspCamera camera;

    @BeforeAll
    static void start() {
        camera = RtspCamera.builder("Gate")
                .scene(Scene.garden())
                .credentials("viewer", "secret")
                .start();
    }

    @AfterAll
    static void stop() {
        camera.close();
    }

    @ParameterizedTest
    @CsvSource({"udp,sub,640", "tcp,main,1280"})
    void ffmpegPlaysBothStreamsAndBothTransports(String transport, String role, int width) throws Exception {
        Programs.require("ffmpeg");
        var url = camera.urlWithCredentials(Role.valueOf(role.toUpperCase(java.util.Locale.ROOT)));

        var outcome = Programs.run(
                20,
                "ffmpeg",
                "-xerror",
                "-rtsp_transport",
                transport,
                "-analyzeduration",
                "300000",
                "-i",
                url,
                "-frames:v",
                "8",
                "-f",
                "null",
                "-");

        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("h264 (Constrained Baseline)", width + "x");
    }

    @Test
    void ffprobeIsToldThatThePasswordIsWrong() throws Exception {
        Programs.require("ffprobe");

        var outcome = Programs.run(
                10,
                "ffprobe",
                "-rtsp_transport",
                "tcp",
                camera.urlWithCredentials(Role.SUB).replace("secret", "guess"));

        assertThat(outcome.exit()).isNotZero();
        assertThat(outcome.output()).contains("401 Unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void gstreamerPlaysOverBothTransports(String transport) throws Exception {
        Programs.require("gst-launch-1.0");

        var outcome = Programs.run(
                20,
                "gst-launch-1.0",
                "rtspsrc",
                "location=" + camera.url(Role.SUB),
                "protocols=" + transport,
                "user-id=viewer",
                "user-pw=secret",
                "latency=0",
                "!",
                "rtph264depay",
                "!",
                "h264parse",
                "!",
                "identity",
                "eos-after=8",
                "!",
                "fakesink");

        // Its exit code is no judge: now and then it complains about itself while hanging up.
        assertThat(outcome.output()).contains("Got EOS");
    }

    @ParameterizedTest
    @CsvSource({"H264_B_FRAMES,tcp,h264,2", "H265,udp,hevc,0"})
    void clipsPlayInTheirCodecs(Clip clip, String transport, String codec, int leastBFrames) throws Exception {
        Programs.require("ffprobe");
        try (var clipCamera = ClipCamera.start(clip)) {
            var outcome = Programs.run(
                    20,
                    "ffprobe",
                    "-loglevel",
                    "error",
                    "-rtsp_transport",
                    transport,
                    "-read_intervals",
                    "%+0.4",
                    "-show_entries",
                    "stream=codec_name:frame=pict_type",
                    "-of",
                    "csv=p=0",
                    clipCamera.url());

            assertThat(outcome.exit()).as(outcome.output()).isZero();
            assertThat(outcome.output()).contains(codec);
            var bFrames = outcome.output()
                    .lines()
                    .filter(line -> line.startsWith("B"))
                    .count();
            assertThat(bFrames).as(outcome.output()).isGreaterThanOrEqualTo(leastBFrames);
        }
    }
}
