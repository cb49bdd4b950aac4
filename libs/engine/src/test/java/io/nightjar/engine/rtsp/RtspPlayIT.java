// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One publisher, and every player at hand. */
class RtspPlayIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static RtspFixture fixture;
    private static Program publisher;

    @BeforeAll
    static void publish() {
        fixture = new RtspFixture();
        Program.require("ffmpeg");
        publisher =
                Program.start(("ffmpeg -hide_banner -loglevel error -re -f lavfi -i testsrc2=size=320x180:rate=25 -re"
                                + " -f lavfi -i sine=sample_rate=16000 -c:v libx264 -pix_fmt yuv420p -preset ultrafast -tune"
                                + " zerolatency -g 10 -c:a aac -f rtsp -rtsp_transport tcp " + fixture.url())
                        .split(" "));
        await().atMost(SOON).until(() -> fixture.path().ready());
    }

    @AfterAll
    static void close() {
        if (publisher != null) {
            publisher.close();
        }
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void ffmpegPlaysWithoutAnError(String transport) {
        try (var ffmpeg = Program.start(
                "ffmpeg",
                "-hide_banner",
                "-loglevel",
                "warning",
                "-rtsp_transport",
                transport,
                "-i",
                fixture.url(),
                "-t",
                "2",
                "-progress",
                "-",
                "-f",
                "null",
                "-")) {
            var output = ffmpeg.finish(SOON);

            assertThat(ffmpeg.exitCode()).as(output).isZero();
            assertThat(output).contains("progress=end").doesNotContain("rror", "corrupt", "missed", "non-existing");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void ffprobeKnowsTheStreamFromItsDescription(String transport) {
        Program.require("ffprobe");
        try (var ffprobe = Program.start(
                "ffprobe",
                "-hide_banner",
                "-loglevel",
                "error",
                "-rtsp_transport",
                transport,
                "-show_entries",
                "stream=codec_name,width,height,sample_rate",
                "-of",
                "default=noprint_wrappers=1",
                fixture.url())) {
            var output = ffprobe.finish(SOON);

            assertThat(output).contains("codec_name=h264", "width=320", "height=180", "codec_name=aac");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void gstreamerDecodesPictures(String transport, @TempDir Path folder) {
        var decoded = folder.resolve("decoded.raw");
        Program.require("gst-launch-1.0");
        var decoder = decoder();
        try (var gstreamer = Program.start(
                "gst-launch-1.0",
                "-q",
                "rtspsrc",
                "location=" + fixture.url(),
                "protocols=" + transport,
                "latency=100",
                "!",
                "rtph264depay",
                "!",
                "h264parse",
                "!",
                decoder,
                "!",
                "identity",
                "eos-after=10",
                "!",
                "filesink",
                "location=" + decoded)) {
            // It ends by itself after ten decoded pictures. Its exit code is no judge: now and then it complains about
            // itself while hanging up.
            var output = gstreamer.finish(SOON);

            assertThat(decoded).as(output).isNotEmptyFile();
        }
    }

    @Test
    void anUnknownCameraIsNotFound() {
        try (var ffmpeg = Program.start(
                "ffmpeg",
                "-hide_banner",
                "-loglevel",
                "error",
                "-i",
                fixture.url().replace("gate", "nobody"),
                "-f",
                "null",
                "-")) {
            assertThat(ffmpeg.finish(SOON)).contains("404");
        }
    }

    private static String decoder() {
        for (var name : new String[] {"avdec_h264", "openh264dec"}) {
            try (var inspect = Program.start("gst-inspect-1.0", "--exists", name)) {
                inspect.finish(SOON);
                if (inspect.exitCode() == 0) {
                    return name;
                }
            }
        }
        return Assumptions.abort("SKIPPED: GStreamer has no H.264 decoder; install gstreamer1.0-libav");
    }
}
