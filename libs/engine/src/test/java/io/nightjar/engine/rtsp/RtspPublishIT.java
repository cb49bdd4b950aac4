// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.nightjar.engine.path.Reader;
import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Unit;
import io.nightjar.media.Codec;
import io.nightjar.media.VideoParameters;
import io.nightjar.rtsp.rtp.Nal;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtspPublishIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final RtspFixture fixture = new RtspFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void ffmpegPublishesPicturesWithWallClockTimes(String transport) {
        try (var ffmpeg = Program.publisher(transport, fixture.url())) {
            var units = collect();

            await().atMost(SOON).until(() -> units.stream().filter(Unit::key).count() >= 2);

            var track = fixture.path().tracks().getFirst();
            assertThat(track.codec()).isEqualTo(Track.Codec.H264);
            assertThat(VideoParameters.of(Codec.H264, track.parameterSets()).orElseThrow())
                    .matches(picture -> picture.width() == 320 && picture.height() == 180);
            var key = units.stream().filter(Unit::key).findFirst().orElseThrow();
            assertThat(key.parts().stream().map(Nal::h264Type))
                    .startsWith(Nal.H264_SPS, Nal.H264_PPS)
                    .contains(5);
            assertThat(key.ptsMicros()).isCloseTo(System.currentTimeMillis() * 1000, within(5_000_000L));
            assertThat(steps(units)).allSatisfy(step -> assertThat(step).isBetween(30_000L, 55_000L));
            assertThat(ffmpeg.alive()).as(ffmpeg.output()).isTrue();
        }
    }

    @Test
    void ffmpegPublishesPicturesAndSound() {
        Program.require("ffmpeg");
        try (var ffmpeg = Program.start(soundCommand())) {
            var units = collect();

            await().atMost(SOON).until(() -> units.stream().anyMatch(unit -> unit.track() == 1));

            var sound = fixture.path().tracks().get(1);
            assertThat(sound.codec()).isEqualTo(Track.Codec.AAC);
            assertThat(sound.clockRate()).isEqualTo(16_000);
            assertThat(sound.parameterSets()).hasSize(1);
            assertThat(ffmpeg.alive()).as(ffmpeg.output()).isTrue();
        }
    }

    @Test
    void ffmpegPublishesH265() {
        try (var ffmpeg = Program.publisher(
                "tcp", fixture.url(), "-c:v", "libx265", "-x265-params", "log-level=none:keyint=10:pools=1")) {
            var units = collect();

            await().atMost(SOON).until(() -> units.stream().anyMatch(Unit::key));

            var track = fixture.path().tracks().getFirst();
            assertThat(track.codec()).isEqualTo(Track.Codec.H265);
            assertThat(track.parameterSets().stream().map(Nal::h265Type)).containsExactly(32, 33, 34);
            assertThat(VideoParameters.of(Codec.H265, track.parameterSets()).orElseThrow())
                    .matches(picture -> picture.width() == 320 && picture.height() == 180);
            assertThat(ffmpeg.alive()).as(ffmpeg.output()).isTrue();
        }
    }

    @Test
    void gstreamerPublishes() {
        Program.require("gst-launch-1.0");
        try (var inspect = Program.start("gst-inspect-1.0", "--exists", "rtspclientsink")) {
            inspect.finish(SOON);
            Assumptions.assumeTrue(
                    inspect.exitCode() == 0, "SKIPPED: no rtspclientsink; install gstreamer1.0-rtsp to publish by it");
        }
        try (var gstreamer = Program.start(
                "gst-launch-1.0",
                "-q",
                "videotestsrc",
                "is-live=true",
                "!",
                "video/x-raw,width=320,height=180",
                "!",
                "x264enc",
                "tune=zerolatency",
                "key-int-max=10",
                "!",
                "rtspclientsink",
                "protocols=tcp",
                "location=" + fixture.url())) {
            await().atMost(SOON).until(() -> fixture.path().ready());
            assertThat(gstreamer.alive()).as(gstreamer.output()).isTrue();
        }
    }

    @Test
    void aKilledPublisherEndsItsPath() {
        try (var ffmpeg = Program.publisher("tcp", fixture.url())) {
            var path = fixture.path();
            ffmpeg.kill();

            await().atMost(SOON).until(() -> fixture.paths.find(path.id()).isEmpty());
        }
    }

    @Test
    void aSecondPublisherIsRefusedAndTheFirstGoesOn() {
        try (var first = Program.publisher("tcp", fixture.url())) {
            var path = fixture.path();
            try (var second = Program.publisher("tcp", fixture.url())) {
                var output = second.finish(SOON);

                assertThat(second.exitCode()).isNotZero();
                assertThat(output).contains("455");
            }
            assertThat(first.alive()).isTrue();
            assertThat(fixture.paths.find(path.id())).containsSame(path);
        }
    }

    private String[] soundCommand() {
        return ("ffmpeg -hide_banner -loglevel error -re -f lavfi -i testsrc2=size=160x90:rate=25 -re -f lavfi -i"
                        + " sine=sample_rate=16000 -c:v libx264 -pix_fmt yuv420p -preset ultrafast -tune zerolatency"
                        + " -g 10 -c:a aac -f rtsp -rtsp_transport tcp " + fixture.url())
                .split(" ");
    }

    private Queue<Unit> collect() {
        var units = new ConcurrentLinkedQueue<Unit>();
        fixture.path().add(new Reader() {
            @Override
            public void format(List<Track> tracks) {}

            @Override
            public void unit(Unit unit, boolean cached) {
                units.add(unit);
            }

            @Override
            public void ended(String reason) {}
        });
        return units;
    }

    private static List<Long> steps(Queue<Unit> units) {
        var times = units.stream().map(Unit::ptsMicros).toList();
        return java.util.stream.IntStream.range(1, times.size())
                .mapToObj(i -> times.get(i) - times.get(i - 1))
                .toList();
    }
}
