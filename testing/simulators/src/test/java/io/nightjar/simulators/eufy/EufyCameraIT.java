// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.eufy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.Ffmpeg;
import io.nightjar.simulators.Programs;
import io.nightjar.simulators.rtsp.StreamProfile;
import io.nightjar.simulators.rtsp.TestClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EufyCameraIT {

    private static EufyCamera.Builder camera() {
        return EufyCamera.builder("Door").main(StreamProfile.SUB).credentials("eufy", "secret");
    }

    private static String url(EufyCamera camera) {
        return camera.url(Role.SUB).replace("rtsp://", "rtsp://eufy:secret@");
    }

    @Test
    void itPlaysOverTcpAndSignInFailsOverUdp() throws Exception {
        try (var camera = camera().start()) {
            assertThat(camera.url(Role.MAIN)).isEqualTo(camera.url(Role.SUB)).endsWith("/live0");

            var tcp = Ffmpeg.play(url(camera), "-rtsp_transport", "tcp");
            var udp = Ffmpeg.play(url(camera), "-rtsp_transport", "udp");

            assertThat(tcp.exit()).as(tcp.output()).isZero();
            assertThat(udp.exit()).isNotZero();
            assertThat(udp.output()).contains("401 Unauthorized");
        }
    }

    @Test
    void anAbsentCameraRefusesAndComesBackOnTheSamePort() throws Exception {
        try (var camera = camera().start()) {
            camera.goAbsent();
            assertThat(Ffmpeg.play(url(camera), "-rtsp_transport", "tcp").output())
                    .contains("Connection refused");

            camera.comeBack();

            try (var client = new TestClient(camera.url(Role.SUB), camera.credentials())) {
                assertThat(client.ask("DESCRIBE", camera.url(Role.SUB), null).status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void onBatteryItHangsUpByItself() throws Exception {
        Programs.require("ffmpeg");
        try (var camera = camera().battery(Duration.ofMillis(700)).start()) {
            var outcome = Programs.run(
                    15,
                    "ffmpeg",
                    "-nostdin",
                    "-rtsp_transport",
                    "tcp",
                    "-i",
                    url(camera),
                    "-c",
                    "copy",
                    "-f",
                    "null",
                    "-");

            assertThat(outcome.exit()).as("ended before it was stopped").isNotEqualTo(124);
            assertThat(camera.connectionsEver()).isEqualTo(1);
            await().untilAsserted(() -> assertThat(camera.connections()).isZero());
        }
    }
}
