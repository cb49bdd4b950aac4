// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.amcrest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.stream.Role;
import io.nightjar.rtsp.RtspAuth;
import io.nightjar.simulators.Curl;
import io.nightjar.simulators.Ffmpeg;
import io.nightjar.simulators.Programs;
import io.nightjar.simulators.rtsp.Command;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AmcrestCameraIT {

    private static final String[] DIGEST = {"--digest", "-u", "admin:secret"};

    private static AmcrestCamera camera;

    @BeforeAll
    static void start() {
        camera = AmcrestCamera.builder("Porch")
                .credentials("admin", "secret")
                .snapshotDelay(Duration.ofMillis(600))
                .start();
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
        return camera.url(role).replace("rtsp://", "rtsp://admin:secret@");
    }

    @Test
    void theChallengeNamesTheCameraAndTheRightPasswordOpensIt() throws Exception {
        var refused = Curl.ask(camera.cgi("magicBox.cgi?action=getSerialNo"));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate").orElseThrow())
                .contains("realm=\"Login to " + camera.serial() + "\"", "qop=\"auth\"");
        assertThat(refused.text()).isEqualTo("Error\r\nInvalid Authority!\r\n");

        assertThat(Curl.ask(camera.cgi("magicBox.cgi?action=getSerialNo"), DIGEST)
                        .text())
                .isEqualTo("sn=" + camera.serial() + "\r\n");
        assertThat(Curl.ask(camera.cgi("configManager.cgi?action=getConfig&name=RTSP"), DIGEST)
                        .text())
                .contains("table.RTSP.Port=" + camera.ports().get("rtsp"));
    }

    @Test
    void fiveWrongPasswordsLockTheAccountForRtspToo() throws Exception {
        var url = camera.cgi("magicBox.cgi?action=getVendor");
        for (var i = 0; i < 5; i++) {
            assertThat(Curl.ask(url, "--digest", "-u", "admin:guess").status()).isEqualTo(401);
        }

        var locked = Curl.ask(url, DIGEST);

        assertThat(locked.status()).isEqualTo(401);
        assertThat(locked.text()).contains("User Locked!");
        assertThat(Ffmpeg.play(rtsp(Role.SUB), "-rtsp_transport", "tcp").output())
                .contains("401 Unauthorized");
        camera.unlock();
        assertThat(Curl.ask(url, DIGEST).text()).contains("vendor=Amcrest");
    }

    @Test
    void aNonceMayBeGoodOnceOnlyAndOldDevicesWantBasic() throws Exception {
        var url = camera.cgi("magicBox.cgi?action=getVendor");
        camera.turnOn(AmcrestSwitch.SINGLE_USE_NONCES);
        var before = camera.requests();
        var wrongBefore = camera.wrongPasswords();
        assertThat(Curl.ask(url, "--digest", "-u", "admin:secret", "-o", "/dev/null", url)
                        .status())
                .isEqualTo(200);
        assertThat(camera.requests() - before)
                .as("each of two pages was challenged")
                .isEqualTo(4);
        assertThat(camera.wrongPasswords())
                .as("a used-up nonce is no wrong password")
                .isEqualTo(wrongBefore);

        camera.turnOn(AmcrestSwitch.BASIC_ONLY);
        assertThat(Curl.ask(url).header("WWW-Authenticate")).contains("Basic realm=\"Device_CGI\"");
        assertThat(Curl.ask(url, "-u", "admin:secret").status()).isEqualTo(200);
    }

    @Test
    void aSnapshotTakesItsTimeAndWhoAsksMeanwhileGetsNone() throws Exception {
        Programs.require("curl");
        var first = CompletableFuture.supplyAsync(AmcrestCameraIT::snapshot, Thread::startVirtualThread);
        var second = CompletableFuture.supplyAsync(AmcrestCameraIT::snapshot, Thread::startVirtualThread);

        var answers = Stream.of(first, second).map(CompletableFuture::join).toList();

        assertThat(answers).extracting(Curl.Answer::status).containsExactlyInAnyOrder(200, 503);
        var picture = answers.stream().filter(answer -> answer.status() == 200).findFirst();
        assertThat(picture.orElseThrow().strip()).isPresent();
        assertThat(camera.snapshots()).isEqualTo(1);
    }

    private static Curl.Answer snapshot() {
        try {
            return Curl.ask(camera.snapshotUrl(), DIGEST);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void errorsComeWithTheirStatusOrAsOldFirmwareHasIt() throws Exception {
        var unknown = camera.cgi("magicBox.cgi?action=dance");
        assertThat(Curl.ask(unknown, DIGEST).status()).isEqualTo(400);
        assertThat(Curl.ask(camera.cgi("snapshot.cgi?channel=0"), DIGEST).status())
                .isEqualTo(400);
        assertThat(Curl.ask(camera.cgi("moon.cgi"), DIGEST).status()).isEqualTo(404);

        camera.turnOn(AmcrestSwitch.ERRORS_AS_OK);
        var answer = Curl.ask(unknown, DIGEST);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("Error\r\nBad Request!\r\n");
    }

    @Test
    void bothStreamsPlayByTheirNumbers() throws Exception {
        var main = Ffmpeg.play(rtsp(Role.MAIN), "-rtsp_transport", "tcp");
        assertThat(main.exit()).as(main.output()).isZero();
        assertThat(main.output()).contains("1280x720");

        var sub = Ffmpeg.play(rtsp(Role.SUB), "-rtsp_transport", "udp");
        assertThat(sub.exit()).as(sub.output()).isZero();
        assertThat(sub.output()).contains("640x360");
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_PART_LENGTH", "WRONG_PART_LENGTH", "SPACED_BOUNDARY", "NEWLINES_ONLY"})
    void partsOfTheEndlessAnswerAreAsWrongAsTold(AmcrestSwitch defect) throws Exception {
        camera.turnOn(defect);
        camera.turnOn(AmcrestSwitch.BASIC_ONLY);
        var request = HttpRequest.newBuilder(URI.create(camera.mjpegUrl()))
                .header("Authorization", RtspAuth.basic("admin", "secret"))
                .build();
        String text;
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofInputStream());
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("multipart/x-mixed-replace; boundary=myboundary");
            assertThat(answer.headers().firstValue("Transfer-Encoding")).isEmpty();
            try (var body = answer.body()) {
                text = new String(body.readNBytes(200), ISO_8859_1);
            }
        }
        assertThat(text).startsWith(defect == AmcrestSwitch.SPACED_BOUNDARY ? "-- myboundary" : "--myboundary");
        assertThat(text.contains("Content-Length")).isEqualTo(defect != AmcrestSwitch.NO_PART_LENGTH);
        assertThat(text.startsWith("--myboundary\nContent-Type: image/jpeg\n"))
                .isEqualTo(defect == AmcrestSwitch.NEWLINES_ONLY);
    }

    @Test
    void onlyTheSmallStreamIsMjpeg() throws Exception {
        assertThat(Curl.ask(camera.cgi("mjpg/video.cgi?channel=1&subtype=0"), DIGEST)
                        .status())
                .isEqualTo(400);
    }
}
