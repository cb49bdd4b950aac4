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
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MjpegStreamTest {

    private static final byte[] HEAD =
            ("HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=b\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BOUNDARY = "--b\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void picturesComeUntilTheCameraEndsTheStream() throws Exception {
        try (var camera = new ScriptedWeb(request -> joined(HEAD, BOUNDARY, picture(1), BOUNDARY, picture(2)));
                var stream = open(camera)) {
            assertThat(stream.next()).isEqualTo(picture(1));
            assertThat(stream.next()).isEqualTo(picture(2));
            assertThatThrownBy(stream::next)
                    .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(ErrorKind.EOF));
        }
    }

    @Test
    void anInterruptEndsAWaitForTheNextPicture() throws Exception {
        var release = new CountDownLatch(1);
        try (var camera = new SilentAfter(joined(HEAD, BOUNDARY, picture(1)));
                var stream = MjpegStream.open(Cameras.http(), candidate(camera.port()), wish(camera.port()), TIMEOUT)) {
            assertThat(stream.next()).isEqualTo(picture(1));
            var failure = new AtomicReference<CameraFailure>();
            Thread.ofVirtual().start(() -> {
                try {
                    stream.next();
                } catch (CameraFailure stopped) {
                    failure.set(stopped);
                    release.countDown();
                }
            });
            stream.interrupt();
            await().atMost(Duration.ofSeconds(3)).until(() -> release.getCount() == 0);
            assertThat(failure.get().kind()).isEqualTo(ErrorKind.TIMEOUT);
        }
    }

    @Test
    void silenceTimesOut() throws Exception {
        try (var camera = new SilentAfter(joined(HEAD, BOUNDARY, picture(1)));
                var stream = MjpegStream.open(
                        Cameras.http(), candidate(camera.port()), wish(camera.port()), Duration.ofMillis(300))) {
            assertThat(stream.next()).isEqualTo(picture(1));
            assertThatThrownBy(stream::next)
                    .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(ErrorKind.TIMEOUT));
        }
    }

    @Test
    void somethingElseThanAStreamIsExplained() throws Exception {
        try (var camera = new ScriptedWeb(request -> answer(200, "image/jpeg", picture(1)))) {
            assertThatThrownBy(() -> open(camera)).hasMessageContaining("set the protocol to snapshot");
        }
        try (var camera = new ScriptedWeb(request -> answer(200, "text/html", "<html>Sign in</html>"))) {
            assertThatThrownBy(() -> open(camera)).hasMessageContaining("text/html");
        }
        try (var camera = new ScriptedWeb(request -> answer(404, "text/html", "none"))) {
            assertThatThrownBy(() -> open(camera))
                    .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(ErrorKind.NOT_FOUND));
        }
    }

    private static MjpegStream open(ScriptedWeb camera) {
        return MjpegStream.open(Cameras.http(), candidate(camera.port()), wish(camera.port()), TIMEOUT);
    }

    private static Candidate candidate(int port) {
        return Candidates.standard(Cameras.http(), (wish, timeout) -> List.of(), Consoles.none(), "neolink")
                .of(wish(port), TIMEOUT)
                .getFirst();
    }

    private static StreamWish wish(int port) {
        return Cameras.wish(
                "streams: {sub: {url: \"http://127.0.0.1:" + port + "/video.mjpg\"}}",
                Role.SUB,
                new Credentials("admin", "canary"));
    }
}
