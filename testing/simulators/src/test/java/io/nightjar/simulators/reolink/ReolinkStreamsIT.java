// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.reolink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.Ffmpeg;
import io.nightjar.simulators.Programs;
import io.nightjar.simulators.StripViewer;
import io.nightjar.simulators.rtsp.Command;
import io.nightjar.simulators.rtsp.TestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReolinkStreamsIT {

    private static final String PASSWORD = "p)w!d";

    private static ReolinkCamera camera;

    @BeforeAll
    static void start() {
        camera = ReolinkCamera.builder("Yard").credentials("admin", PASSWORD).start();
    }

    @AfterAll
    static void stop() {
        camera.close();
    }

    @AfterEach
    void behave() {
        camera.apply(Command.NORMAL);
        camera.unlock();
    }

    private static String rtsp(Role role) {
        return camera.url(role).replace("rtsp://", "rtsp://admin:p%29w%21d@");
    }

    @Test
    void theClockTravelsOverRtmp() throws Exception {
        Programs.require("ffmpeg");
        try (var viewer = new StripViewer(camera.rtmpUrl(Role.SUB), "-rtmp_live", "live")) {
            var first = viewer.next().orElseThrow();
            var second = viewer.next().orElseThrow();

            assertThat(second.frame()).isGreaterThan(first.frame());
            assertThat(System.currentTimeMillis() - second.wallMillis()).isBetween(0L, 5_000L);
        }
    }

    @Test
    void theMainStreamComesOverRtmpAndHttpFlvToo() throws Exception {
        var rtmp = Ffmpeg.play(camera.rtmpUrl(Role.MAIN), "-rtmp_live", "live");
        assertThat(rtmp.exit()).as(rtmp.output()).isZero();
        assertThat(rtmp.output()).contains("h264", "1280x720");

        var flv = Ffmpeg.play(camera.flvUrl(Role.MAIN));
        assertThat(flv.exit()).as(flv.output()).isZero();
        assertThat(flv.output()).contains("h264", "1280x720");
    }

    @Test
    void overRtmpAnEncodedPasswordIsAWrongOne() throws Exception {
        var outcome = Ffmpeg.play(camera.rtmpUrl(Role.SUB).replace(PASSWORD, "p%29w%21d"), "-rtmp_live", "live");

        assertThat(outcome.exit()).isNotZero();
        assertThat(outcome.output()).contains("Input/output error");
        assertThat(camera.wrongPasswords()).isPositive();
    }

    @Test
    void oldAndNewPathsAreKnownUnlessItIsToldOtherwise() throws Exception {
        var current = camera.url(Role.SUB);
        var old = current.replace("Preview", "h264Preview");
        assertThat(status(current)).isEqualTo(200);
        assertThat(status(old)).isEqualTo(200);

        camera.turnOn(ReolinkSwitch.LEGACY_PATHS_ONLY);
        assertThat(status(current)).isEqualTo(404);
        assertThat(camera.url(Role.SUB)).isEqualTo(old);
        camera.turnOff(ReolinkSwitch.LEGACY_PATHS_ONLY);

        camera.turnOn(ReolinkSwitch.CURRENT_PATHS_ONLY);
        assertThat(status(old)).isEqualTo(404);
    }

    private static int status(String url) throws Exception {
        try (var client = new TestClient(url, camera.credentials())) {
            return client.ask("DESCRIBE", url, null).status();
        }
    }

    @Test
    void viewersOfOneRoleShareOneEncoderWhateverTheirProtocol() throws Exception {
        Programs.require("ffmpeg");
        var before = camera.connectionsEver();
        try (var first = new StripViewer(camera.rtmpUrl(Role.SUB), "-rtmp_live", "live");
                var second = new StripViewer(camera.flvUrl(Role.SUB));
                var third = new StripViewer(rtsp(Role.SUB))) {
            var read = first.next().orElseThrow();

            assertThat(second.until(reading -> reading.isPresent())).isPresent();
            assertThat(third.until(reading ->
                            reading.map(strip -> strip.frame() > read.frame()).orElse(false)))
                    .isPresent();
            assertThat(camera.connections()).isEqualTo(3);
            assertThat(camera.connectionsEver() - before).isEqualTo(3);
        }
        await().untilAsserted(() -> assertThat(camera.connections()).isZero());
    }

    @Test
    void aServiceThatIsOffRefusesConnections() throws Exception {
        camera.turnOn(ReolinkSwitch.RTMP_OFF);

        var outcome = Ffmpeg.play(camera.rtmpUrl(Role.SUB), "-rtmp_live", "live");

        assertThat(outcome.output()).contains("Connection refused");
    }
}
