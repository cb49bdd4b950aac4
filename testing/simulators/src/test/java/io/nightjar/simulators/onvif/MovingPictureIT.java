// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.Curl;
import io.nightjar.simulators.Likeness;
import io.nightjar.simulators.Likeness.Grey;
import io.nightjar.simulators.Programs;
import io.nightjar.simulators.SteppedClock;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.head.Wish;
import io.nightjar.simulators.rtsp.RtspCamera;
import io.nightjar.simulators.scene.Scene;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All pictures of a camera follow its head: two streams and two snapshots, as programs of others see them. */
class MovingPictureIT {

    private static final Instant START = Instant.parse("2026-11-21T20:15:03Z");
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    private final SteppedClock time = new SteppedClock(START);
    private final Head head = new Head(time);

    /** Of the scene, which stands still. */
    private final Clock still = Clock.fixed(START, ZoneOffset.UTC);

    @Test
    void streamsAndSnapshotsOfADeviceShowWhereItLooks() throws Exception {
        try (var device = OnvifSimulator.builder("Yard")
                .scene(Scene.garden())
                .clock(still)
                .head(head)
                .start()) {
            var picture = "http://127.0.0.1:" + device.port() + "/onvif/snapshot.jpg?stream=";
            var sources = List.of(device.url(Role.MAIN), device.url(Role.SUB), picture + "main", picture + "sub");
            var before = look(sources);
            head.seek(Wish.pan(0.5));
            time.set(START.plusSeconds(10));
            var after = look(sources);

            for (var i = 0; i < sources.size(); i++) {
                assertThat(Likeness.movedRight(before.get(i), after.get(i)))
                        .as(sources.get(i))
                        .isCloseTo(-WIDTH / 4, within(2));
            }
        }
    }

    @Test
    void aStreamOfNoVendorFollowsTheHeadThatAnotherMoves() throws Exception {
        try (var camera = RtspCamera.builder("Gate")
                .scene(Scene.driveway())
                .clock(still)
                .head(head)
                .start()) {
            var sources = List.of(camera.url(Role.SUB));
            var before = look(sources);
            head.seek(Wish.tilt(0.5));
            time.set(START.plusSeconds(10));

            assertThat(Likeness.movedDown(before.getFirst(), look(sources).getFirst()))
                    .isCloseTo(HEIGHT / 4, within(2));
        }
    }

    private static List<Grey> look(List<String> sources) throws Exception {
        var pictures = new ArrayList<Grey>();
        for (var source : sources) {
            pictures.add(source.startsWith("rtsp") ? streamed(source) : snapped(source));
        }
        return pictures;
    }

    private static Grey streamed(String url) throws Exception {
        Programs.require("ffmpeg");
        var luma = Programs.filter(
                new byte[0],
                "timeout",
                "20",
                "ffmpeg",
                "-v",
                "error",
                "-rtsp_transport",
                "tcp",
                "-i",
                url,
                "-frames:v",
                "1",
                "-s",
                WIDTH + "x" + HEIGHT,
                "-f",
                "rawvideo",
                "-pix_fmt",
                "gray",
                "-");
        assertThat(luma).as(url).hasSize(WIDTH * HEIGHT);
        return Grey.of(luma, WIDTH, HEIGHT);
    }

    private static Grey snapped(String url) throws Exception {
        var jpeg = Curl.ask(url).body();
        var luma = Programs.filter(
                jpeg,
                "ffmpeg",
                "-v",
                "error",
                "-f",
                "mjpeg",
                "-i",
                "-",
                "-s",
                WIDTH + "x" + HEIGHT,
                "-f",
                "rawvideo",
                "-pix_fmt",
                "gray",
                "-");
        assertThat(luma).as(url).hasSize(WIDTH * HEIGHT);
        return Grey.of(luma, WIDTH, HEIGHT);
    }
}
