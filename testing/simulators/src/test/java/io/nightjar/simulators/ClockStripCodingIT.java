// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.media.H264Encoder;
import io.nightjar.media.JpegEncoder;
import io.nightjar.simulators.scene.Scene;
import io.nightjar.simulators.scene.SceneRenderer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockStripCodingIT {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int FPS = 15;
    private static final int FRAMES = 45;
    private static final Instant START = Instant.parse("2026-11-21T20:15:00Z");

    static Stream<Arguments> scenes() {
        return Stream.of(
                Arguments.of("driveway", Scene.driveway()),
                Arguments.of("garden", Scene.garden()),
                Arguments.of("warehouse", Scene.warehouse()),
                Arguments.of("harbour", Scene.harbour()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenes")
    void everyFrameIsReadableAfterTheTripThroughATileSizedEncoder(String name, Scene scene) throws Exception {
        Programs.require("ffmpeg");
        var coded = encode(name, scene);
        assertThat(coded.length * 8 / (FRAMES / FPS)).as("bits per second").isLessThan(600_000);

        var pictures = Programs.filter(
                coded,
                "ffmpeg",
                "-loglevel",
                "error",
                "-f",
                "h264",
                "-i",
                "-",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "gray",
                "-");

        assertThat(pictures).hasSize(FRAMES * WIDTH * HEIGHT);
        for (var frame = 0; frame < FRAMES; frame++) {
            // ffmpeg's gray is full range: levels differ, the strip's own black and white are what counts.
            var luma = Arrays.copyOfRange(pictures, frame * WIDTH * HEIGHT, (frame + 1) * WIDTH * HEIGHT);
            assertThat(ClockStrip.read(luma, WIDTH, WIDTH, HEIGHT))
                    .contains(new ClockStrip.Reading(frame, at(frame).toEpochMilli()));
        }
    }

    private static byte[] encode(String name, Scene scene) {
        var coded = new ByteArrayOutputStream();
        var settings = new H264Encoder.Settings(WIDTH, HEIGHT, FPS, 400_000, FPS);
        var clock = new SteppedClock(START);
        var renderer = new SceneRenderer(scene, name, WIDTH, HEIGHT, clock);
        try (var encoder = H264Encoder.open(settings)) {
            for (var frame = 0; frame < FRAMES; frame++) {
                clock.set(at(frame));
                var micros = frame * 1_000_000L / FPS;
                encoder.encode(renderer.render(frame), micros, false, packet -> coded.writeBytes(packet.bytes()));
            }
        }
        return coded.toByteArray();
    }

    private static Instant at(int frame) {
        return START.plus(Duration.ofMillis(frame * 1000L / FPS));
    }

    @ParameterizedTest
    @ValueSource(ints = {640, 480, 320})
    void aJpegIsReadableToo(int width) throws IOException {
        var clock = Clock.fixed(START, ZoneOffset.UTC);
        var picture = new SceneRenderer(Scene.harbour(), "harbour", WIDTH, HEIGHT, clock).render(77);
        try (var encoder = JpegEncoder.open(width, width * 9 / 16, 60)) {
            var image = ImageIO.read(new ByteArrayInputStream(encoder.encode(picture)));
            var luma = new byte[width * image.getHeight()];
            for (var i = 0; i < luma.length; i++) {
                luma[i] = (byte) (image.getRGB(i % width, Math.floorDiv(i, width)) >> 8);
            }
            assertThat(ClockStrip.read(luma, width, width, image.getHeight()))
                    .contains(new ClockStrip.Reading(77, START.toEpochMilli()));
        }
    }
}
