// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.Curl;
import io.nightjar.simulators.Ffmpeg;
import io.nightjar.simulators.Programs;
import io.nightjar.simulators.StripViewer;
import io.nightjar.simulators.rtsp.Command;
import io.nightjar.simulators.scene.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WebCameraIT {

    private static WebCamera camera;

    @BeforeAll
    static void start() {
        camera = WebCamera.builder("Shop").scene(Scene.warehouse()).start();
    }

    @AfterAll
    static void stop() {
        camera.close();
    }

    @AfterEach
    void behave() {
        camera.apply(Command.NORMAL);
    }

    @Test
    void theClockTravelsInMjpegAndTheStreamEndsWithItsViewer() throws Exception {
        Programs.require("ffmpeg");
        try (var viewer = new StripViewer(camera.mjpegUrl(Role.SUB), "-f", "mpjpeg")) {
            var first = viewer.next().orElseThrow();
            var second = viewer.next().orElseThrow();

            assertThat(second.frame()).isGreaterThan(first.frame());
            assertThat(second.wallMillis()).isGreaterThan(first.wallMillis());
            assertThat(camera.connections()).isEqualTo(1);
        }
        await().untilAsserted(() -> assertThat(camera.connections()).isZero());
    }

    @Test
    void hlsPlaysAndEndsWhenNobodyAsks() throws Exception {
        var outcome = Ffmpeg.play(camera.hlsUrl(Role.SUB));

        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("h264", "640x360");
        var playlist = Curl.ask(camera.hlsUrl(Role.SUB));
        assertThat(playlist.text()).contains("#EXT-X-MAP:URI=\"init-1.mp4\"", "segment-");
        assertThat(Curl.ask(camera.hlsUrl(Role.SUB).replace("index.m3u8", "segment-99999.m4s"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void flvPlays() throws Exception {
        var outcome = Ffmpeg.play(camera.flvUrl(Role.SUB));

        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("h264", "640x360");
    }

    @Test
    void redirectsLeadWhereTheyAreTold() throws Exception {
        var moved = Curl.ask(camera.movedUrl(camera.snapshotUrl(Role.SUB)), "-L");
        assertThat(moved.strip()).isPresent();
        assertThat(Curl.ask(camera.awayUrl("http://169.254.169.254/latest")).header("Location"))
                .contains("http://169.254.169.254/latest");
        assertThat(Curl.ask(camera.loopUrl(), "-L", "--max-redirs", "3").status())
                .isEqualTo(302);
    }

    @Test
    void answersLieWhenTold() throws Exception {
        var url = camera.snapshotUrl(Role.SUB);
        camera.turnOn(WebSwitch.CONTENT_TYPE_LIES);
        assertThat(Curl.ask(url).header("Content-Type")).contains("text/plain");
        assertThat(Curl.ask(url).strip()).isPresent();

        var whole = Curl.ask(url).body().length;
        camera.turnOn(WebSwitch.TRUNCATED_PICTURES);
        assertThat(Curl.ask(url).body().length).isLessThan(whole * 2 / 3);
        camera.turnOn(WebSwitch.EMPTY_PICTURES);
        assertThat(Curl.ask(url).body()).isEmpty();
        camera.turnOn(WebSwitch.LOGIN_PAGE);
        assertThat(Curl.ask(url).text()).contains("<form>");
    }

    @Test
    void aSilentCameraDoesNotAnswerAndARejectingOneNeverLetsIn() throws Exception {
        camera.apply(Command.SILENT);
        assertThat(Curl.ask(camera.snapshotUrl(Role.SUB), "-m", "0.5").status()).isZero();
        camera.apply(Command.WRONG_PASSWORD);
        assertThat(Curl.ask(camera.snapshotUrl(Role.SUB)).status()).isEqualTo(401);
    }
}
