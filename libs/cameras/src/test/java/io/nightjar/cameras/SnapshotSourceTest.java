// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import static io.nightjar.cameras.Cameras.TIMEOUT;
import static io.nightjar.cameras.Pictures.picture;
import static io.nightjar.cameras.ScriptedWeb.answer;
import static io.nightjar.cameras.ScriptedWeb.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotSourceTest {

    private static final Credentials SECRET = new Credentials("admin", "canary)#");

    @Test
    void eachRequestToReolinkIsCompleteAndNew() throws Exception {
        var number = new AtomicInteger();
        try (var camera = new ScriptedWeb(request -> answer(200, "image/jpeg", picture(number.incrementAndGet())));
                var source = reolink(camera, SECRET)) {
            assertThat(source.next(TIMEOUT)).isEqualTo(picture(1));
            assertThat(source.next(TIMEOUT)).isEqualTo(picture(2));

            var first = camera.requests().getFirst();
            assertThat(first.target())
                    .startsWith("/cgi-bin/api.cgi?cmd=Snap&channel=0&user=admin&password=canary%29%23"
                            + "&width=640&height=480&rs=");
            assertThat(first.parameter("rs"))
                    .isNotEmpty()
                    .isNotEqualTo(camera.requests().getLast().parameter("rs"));
        }
    }

    @Test
    void thePairForCommandsGoesBeforeThePairForStreams() throws Exception {
        var both = new Credentials("admin", "hard)#", Map.of("apiUser", "snap", "apiPassword", "easy"));
        try (var camera = new ScriptedWeb(request -> answer(200, "image/jpeg", picture(1)));
                var source = reolink(camera, both)) {
            source.next(TIMEOUT);
            assertThat(camera.requests().getFirst().parameter("user")).isEqualTo("snap");
            assertThat(camera.requests().getFirst().parameter("password")).isEqualTo("easy");
        }
    }

    @ParameterizedTest
    @CsvSource({"-6, AUTH", "-27, AUTH", "-7, AUTH", "-5, RESET", "-506, AUTH", "-9, NOT_FOUND", "-48, PROTOCOL"})
    void errorsThatPretendToBePicturesAreExplained(int code, ErrorKind kind) throws Exception {
        var json =
                "[\n {\n \"cmd\" : \"Snap\",\n \"code\" : 1,\n \"error\" : {\n \"detail\" : \"canary\",\n \"rspCode\" : "
                        + code + "\n }\n }\n]\n";
        try (var camera = new ScriptedWeb(request -> answer(200, "text/html", json));
                var source = reolink(camera, SECRET)) {
            assertThatThrownBy(() -> source.next(TIMEOUT))
                    .hasMessageContaining("Reolink code " + code)
                    .hasMessageNotContaining("canary")
                    .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(kind));
        }
    }

    @Test
    void onlyWholePicturesArePictures() throws Exception {
        var whole = picture(3);
        assertThat(fetched(answer(200, "image/jpeg", joined(whole, new byte[] {13, 10, 0}))))
                .isEqualTo(whole);
        fails(ErrorKind.SHORT_READ, answer(200, "image/jpeg", Arrays.copyOf(whole, whole.length - 20)));
        fails(ErrorKind.RESET, answer(200, "image/jpeg", ""));
        fails(ErrorKind.PROTOCOL, answer(200, "text/html", "<html>Welcome</html>"));
        fails(ErrorKind.NOT_FOUND, answer(200, "text/plain", "Error\r\nBad Request!\r\n"));
        fails(ErrorKind.AUTH, answer(200, "text/plain", "Error\r\nAuthorization Failed!\r\n"));
        fails(ErrorKind.RESET, answer(503, "text/plain", "busy"));
    }

    @Test
    void anInterruptEndsARequestAndEveryLaterOne() throws Exception {
        var asked = new CountDownLatch(1);
        try (var camera = new ScriptedWeb(request -> {
                    asked.countDown();
                    return awaitForever();
                });
                var source = reolink(camera, SECRET)) {
            var ended = new CountDownLatch(1);
            Thread.ofVirtual().start(() -> {
                assertThatThrownBy(() -> source.next(Duration.ofMinutes(1))).isInstanceOf(CameraFailure.class);
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
                ended.countDown();
            });
            asked.await();
            source.interrupt();
            await().atMost(TIMEOUT).until(() -> ended.getCount() == 0);
            assertThatThrownBy(() -> source.next(TIMEOUT)).hasMessageContaining("stopped");
        }
    }

    @Test
    void picturesOfASignedInConsoleComeFromWhoeverHoldsItsSession() {
        var wish = Cameras.wish(
                "vendor: unifi, host: 127.0.0.1",
                "vendor: unifi, channel: abc, streams: {sub: {protocol: snapshot}}",
                Role.SUB,
                Optional.of(SECRET));
        try (var source = SnapshotSource.open(Cameras.http(), new OneConsole(), candidate(wish), wish)) {
            assertThat(source.next(TIMEOUT)).isEqualTo(picture(9));
        }
    }

    private byte[] fetched(byte[] raw) throws Exception {
        try (var camera = new ScriptedWeb(request -> raw);
                var source = reolink(camera, SECRET)) {
            return source.next(TIMEOUT);
        }
    }

    private void fails(ErrorKind kind, byte[] raw) {
        assertThatThrownBy(() -> fetched(raw))
                .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(kind));
    }

    private static SnapshotSource reolink(ScriptedWeb camera, Credentials credentials) {
        var wish = Cameras.wish(
                "vendor: reolink, host: 127.0.0.1, ports: {http: " + camera.port()
                        + "}, streams: {sub: {protocol: snapshot, input: {fps: 50}}}",
                Role.SUB,
                credentials);
        return SnapshotSource.open(Cameras.http(), Consoles.none(), candidate(wish), wish);
    }

    private static Candidate candidate(StreamWish wish) {
        return Candidates.standard(Cameras.http(), (none, timeout) -> List.of(), Consoles.none(), "neolink")
                .of(wish, TIMEOUT)
                .getFirst();
    }

    private static byte[] awaitForever() {
        try {
            new CountDownLatch(1).await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return new byte[0];
    }

    private static final class OneConsole implements Consoles {

        @Override
        public List<ConsoleCamera> cameras(DeviceSpec device, Duration timeout) {
            throw new AssertionError("Nobody needs to ask");
        }

        @Override
        public byte[] snapshot(DeviceSpec device, String camera, Duration timeout) {
            assertThat(device.id().value() + "/" + camera).isEqualTo("console/abc");
            return picture(9);
        }
    }
}
