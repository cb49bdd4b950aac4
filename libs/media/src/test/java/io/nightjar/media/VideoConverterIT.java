// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.camera.Encoder;
import io.nightjar.contracts.camera.Video;
import io.nightjar.contracts.stream.ErrorKind;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoConverterIT {

    private static final String FFPROBE = "/usr/bin/ffprobe";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bframes.mp4 | -c:v libx264 -bf 3 -g 50 -preset veryfast",
                "bframes.flv | -c:v libx264 -bf 3 -g 50 -preset veryfast",
                "hevc.mp4    | -c:v libx265 -preset ultrafast -x265-params log-level=none:bframes=2",
                "main10.mkv  | -c:v libx265 -preset ultrafast -pix_fmt yuv420p10le -x265-params log-level=none",
                "jpeg.mov    | -c:v mjpeg -q:v 4 -pix_fmt yuvj422p",
                "raw.avi     | -c:v rawvideo -pix_fmt yuyv422",
                "part2.mp4   | -c:v mpeg4 -bf 0 -g 50"
            })
    void whateverACameraSendsBecomesVideoThatBrowsersPlay(String name, String coding) throws Exception {
        // Given
        var clip = Recordings.read(Recordings.make(folder.resolve(name.strip()), "320x180", 2.4, coding.split(" ")));
        var wish = new Video.Encode(null, null, null, null, 1, Encoder.SOFTWARE);
        // When
        var collected = converted(clip, wish);
        // Then
        assertThat(collected.packets).hasSize(60);
        var expected = clip.packets().stream().map(Packet::ptsMicros).sorted().toList();
        assertThat(collected.packets).extracting(Packet::ptsMicros).containsExactlyElementsOf(expected);
        assertThat(collected.packets).allMatch(packet -> packet.dtsMicros() == packet.ptsMicros());
        assertThat(collected.keyTimes()).containsExactly(expected.get(0), expected.get(25), expected.get(50));
        // Then: judged by others
        var file = Files.write(folder.resolve("out.h264"), collected.stream());
        var stream = probe(file, "stream=profile,width,height,has_b_frames,pix_fmt");
        assertThat(stream).contains("profile=Constrained Baseline", "width=320", "height=180", "has_b_frames=0");
        assertThat(probe(file, "frame=pict_type")).doesNotContain("pict_type=B").contains("pict_type=I", "pict_type=P");
        assertThat(Programs.run(
                        Recordings.FFMPEG, "-v", "warning", "-xerror", "-i", file.toString(), "-f", "null", "-"))
                .doesNotContain("error");
        assertThat(likeness(file, folder.resolve(name.strip()))).isGreaterThan(30);
    }

    @ParameterizedTest
    @CsvSource({"yuvj420p,0xff0000", "yuvj422p,0x00ff00", "yuvj444p,0x4060c0", "yuvj420p,0x000000", "yuvj420p,0xffffff"
    })
    void coloursOfJpegPicturesStayWhatTheyAre(String pixelFormat, String colour) throws Exception {
        var jpeg = Recordings.of(
                "color=c=" + colour + ":size=320x180:rate=25",
                folder.resolve("colour.mov"),
                0.2,
                "-c:v",
                "mjpeg",
                "-q:v",
                "2",
                "-pix_fmt",
                pixelFormat);
        var collected = converted(Recordings.read(jpeg), Video.Encode.FOR_BROWSERS);
        var file = Files.write(folder.resolve("colour.h264"), collected.stream());
        Programs.run(
                Recordings.FFMPEG,
                "-v",
                "error",
                "-y",
                "-i",
                file.toString(),
                "-frames:v",
                "1",
                folder.resolve("colour.png").toString());
        var seen = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("colour.png"))))
                .getRGB(160, 90);
        int wanted = Integer.decode(colour);
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(seen >> shift & 0xff).isCloseTo(wanted >> shift & 0xff, within(5));
        }
    }

    @Test
    void reorderedPicturesWaitOnlyForTheirOrder() throws Exception {
        var clip = Recordings.read(Recordings.make(
                folder.resolve("b.mp4"), "320x180", 3, "-c:v", "libx264", "-bf", "2", "-x264-params", "b-adapt=0"));
        var collected = new Collected();
        try (var pipe = new VideoPipe(
                clip.format(), Video.Encode.FOR_BROWSERS, Encoders.ofThisMachine(), new Damage(), collected)) {
            int most = 0;
            for (int i = 0; i < clip.packets().size(); i++) {
                pipe.take(clip.packets().get(i), false);
                most = Math.max(most, i + 1 - collected.packets.size());
            }
            assertThat(most)
                    .as("pictures in flight")
                    .isLessThanOrEqualTo(2 + clip.format().reorderFrames() - 1);
        }
    }

    @Test
    void aConsumerThatHangsGetsTheNewestPictureNextAndWholeOnesOnly() throws Exception {
        // Given
        var clip = Clips.moving(640, 360, 200);
        var inside = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var collected = new Collected();
        var output = new Hanging(collected, 1, inside, release);
        try (var converter = VideoConverter.open(clip.format(), Video.Encode.FOR_BROWSERS, output)) {
            clip.packets().subList(0, 6).forEach(converter::offer);
            assertThat(inside.await(5, TimeUnit.SECONDS)).isTrue();
            // When: some twelve seconds of pictures come meanwhile
            clip.packets().subList(6, 190).forEach(converter::offer);
            release.countDown();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> converter.counts().decoded() >= 190);
            clip.packets().subList(190, 200).forEach(converter::offer);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> converter.counts().decoded() >= 200);
            // Then
            assertThat(converter.counts().late()).isGreaterThan(150);
            assertThat(converter.counts().damaged()).isZero();
            assertThat(converter.counts().overflows()).isZero();
        }
        var next = collected.packets.stream()
                .map(Packet::ptsMicros)
                .filter(pts -> pts > 6 * 66_667L)
                .findFirst();
        assertThat(next.orElseThrow()).isGreaterThan(180 * 66_667L);
        try (var decoder = PictureDecoder.open(clip.format())) {
            collected.packets.forEach(
                    packet -> assertThat(decoder.accept(packet, true)).isTrue());
            assertThat(decoder.errors()).isZero();
        }
    }

    @Test
    void tooManyPacketsBeginAnewWithAKeyPictureAndMemoryIsBounded() throws Exception {
        var clip = Clips.moving(320, 180, 600);
        var inside = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var collected = new Collected();
        try (var converter = VideoConverter.open(
                clip.format(), Video.Encode.FOR_BROWSERS, new Hanging(collected, 1, inside, release))) {
            clip.packets().subList(0, 5).forEach(converter::offer);
            assertThat(inside.await(5, TimeUnit.SECONDS)).isTrue();
            clip.packets().subList(5, 600).forEach(converter::offer);
            release.countDown();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !collected.packets.isEmpty()
                            && collected.packets.getLast().ptsMicros() == 599 * 66_667L);
            assertThat(converter.counts().overflows()).isPositive();
            assertThat(converter.counts().damaged()).isZero();
            assertThat(converter.counts().packets()).isEqualTo(600);
        }
        assertThat(collected.failures).isEmpty();
    }

    @Test
    void aKeyPictureComesWhenItIsAskedFor() {
        var clip = Clips.moving(320, 180, 10);
        var collected = new Collected();
        try (var converter = VideoConverter.open(clip.format(), Video.Encode.FOR_BROWSERS, collected)) {
            clip.packets().subList(0, 2).forEach(converter::offer);
            await().until(() -> collected.packets.size() == 2);
            converter.requestKey();
            converter.offer(clip.packets().get(2));
            await().until(() -> collected.packets.size() == 3);
            assertThat(collected.packets.get(1).key()).isFalse();
            assertThat(collected.packets.get(2).key()).isTrue();
        }
    }

    @Test
    void anOutputThatFailsEndsTheConversionAndIsTold() {
        var clip = Clips.moving(320, 180, 5);
        var failures = new ArrayList<MediaException>();
        var told = new CountDownLatch(1);
        VideoConverter.Output broken = new VideoConverter.Output() {
            @Override
            public void packet(Packet packet) {
                throw new IllegalStateException("broken on purpose");
            }

            @Override
            public void format(TrackFormat changed) {}

            @Override
            public void failed(MediaException failure) {
                failures.add(failure);
                told.countDown();
            }
        };
        try (var converter = VideoConverter.open(clip.format(), Video.Encode.FOR_BROWSERS, broken)) {
            clip.packets().forEach(converter::offer);
            await().untilAsserted(() -> assertThat(told.getCount()).isZero());
            assertThat(failures).singleElement().satisfies(failure -> assertThat(failure.kind())
                    .isEqualTo(ErrorKind.INTERNAL));
        }
    }

    @Test
    void whatCannotBeDecodedIsToldWhenOpened() {
        var unknown = TrackFormat.video(Codec.OTHER, 640, 360, 25, new byte[0]);
        var failure = catchThrowableOfType(
                MediaException.class, () -> VideoConverter.open(unknown, Video.Encode.FOR_BROWSERS, new Collected()));
        assertThat(failure.kind()).isEqualTo(ErrorKind.CODEC);
    }

    private Collected converted(Clips.Clip clip, Video.Encode wish) {
        var collected = new Collected();
        try (var pipe = new VideoPipe(clip.format(), wish, Encoders.ofThisMachine(), new Damage(), collected)) {
            clip.packets().forEach(packet -> pipe.take(packet, false));
            pipe.end();
            assertThat(pipe.counts(0, 0, 0).damaged()).isZero();
        }
        assertThat(collected.formats).isEmpty();
        return collected;
    }

    private static String probe(Path file, String entries) throws Exception {
        return Programs.run(FFPROBE, "-v", "error", "-show_entries", entries, "-of", "default=nk=0", file.toString());
    }

    /** Peak signal-to-noise ratio in decibels; above 30 the eye sees no difference. */
    private static double likeness(Path one, Path other) throws Exception {
        var output = Programs.run(
                Recordings.FFMPEG,
                "-hide_banner",
                "-i",
                one.toString(),
                "-i",
                other.toString(),
                "-lavfi",
                "[0:v]setpts=N/25/TB,format=yuv420p[a];[1:v]setpts=N/25/TB,scale=out_range=tv,format=yuv420p[b];[a][b]psnr",
                "-f",
                "null",
                "-");
        int average = output.indexOf("average:");
        assertThat(average).as(output).isPositive();
        return Double.parseDouble(output.substring(average + 8, output.indexOf(' ', average)));
    }

    /** Hangs at one packet until released. */
    private record Hanging(Collected collected, int at, CountDownLatch inside, CountDownLatch release)
            implements VideoConverter.Output {
        @Override
        public void packet(Packet packet) {
            collected.packet(packet);
            if (collected.packets.size() == at) {
                inside.countDown();
                try {
                    assertThat(release.await(10, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public void format(TrackFormat changed) {
            collected.format(changed);
        }

        @Override
        public void failed(MediaException failure) {
            collected.failed(failure);
        }
    }
}
