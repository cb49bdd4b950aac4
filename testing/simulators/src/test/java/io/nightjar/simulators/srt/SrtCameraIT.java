// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.srt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.Ffmpeg;
import io.nightjar.simulators.Programs;
import io.nightjar.simulators.StripViewer;
import io.nightjar.simulators.rtsp.Command;
import io.nightjar.simulators.scene.Scene;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ffmpeg program is the caller. */
class SrtCameraIT {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String PASSPHRASE = "correct horse & staple";
    private static final String[] SHORT = {"-connect_timeout", "1000"};
    private static final String[] LONG = {"-connect_timeout", "15000"};

    private SrtCamera camera;

    @BeforeEach
    void start() {
        Programs.require("ffmpeg");
        camera = SrtCamera.builder("Mast")
                .scene(Scene.harbour())
                .credentials("any", PASSPHRASE)
                .start();
    }

    @AfterEach
    void stop() {
        camera.close();
    }

    @Test
    void theClockTravelsToOneCallerThroughSilenceUntilItIsDroppedAndCallsAgain() throws Exception {
        try (var viewer = new StripViewer(camera.url(Role.SUB), "-passphrase", PASSPHRASE)) {
            var first = viewer.next().orElseThrow();
            var second = viewer.next().orElseThrow();

            assertThat(second.frame()).isGreaterThan(first.frame());
            assertThat(second.wallMillis()).isGreaterThan(first.wallMillis());
            assertThat(play(PASSPHRASE, SHORT).exit()).isNotZero();
            assertThat(camera.connectionsEver()).isEqualTo(1);

            camera.apply(Command.SILENT);
            assertThat(camera.socketsOpen()).isEqualTo(1);
            camera.apply(Command.NORMAL);
            viewer.next();
            camera.apply(Command.DROP);
            assertThat(camera.socketsOpen()).isZero();
        }
        assertPlays();
        await().atMost(PATIENCE).until(() -> camera.connections() == 0 && camera.socketsOpen() == 0);
    }

    @Test
    void onlyThePassphraseLetsIn() throws Exception {
        assertThat(play("not-this-one", SHORT).exit()).isNotZero();
        assertThat(Ffmpeg.play(camera.url(Role.SUB), SHORT).exit()).isNotZero();
        assertThat(camera.socketsEver()).isZero();
        assertPlays();

        camera.apply(Command.WRONG_PASSWORD);
        assertThat(play(PASSPHRASE, SHORT).exit()).isNotZero();
        camera.apply(Command.NORMAL);
        assertPlays();
    }

    @Test
    void aRefusingCameraGivesItsPortBackAndADeafOneKeepsIt() throws Exception {
        camera.apply(Command.REFUSE);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThatCode(this::takePort).doesNotThrowAnyException());
        camera.apply(Command.NORMAL);
        camera.turnOn(SrtSwitch.DEAF);
        assertThat(play(PASSPHRASE, SHORT).exit()).isNotZero();
        assertThatCode(this::takePort).hasMessageContaining("in use");
        camera.turnOff(SrtSwitch.DEAF);
        assertPlays();
    }

    private void takePort() throws Exception {
        try (var socket = new DatagramSocket(camera.port(), InetAddress.getLoopbackAddress())) {
            assertThat(socket.isBound()).isTrue();
        }
    }

    private void assertPlays() throws Exception {
        var outcome = play(PASSPHRASE, LONG);
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("h264", "640x360");
    }

    private Programs.Outcome play(String passphrase, String... options) throws Exception {
        return Ffmpeg.play(camera.url(Role.SUB), options[0], options[1], "-passphrase", passphrase);
    }
}
