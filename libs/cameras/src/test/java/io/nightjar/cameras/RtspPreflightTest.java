// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.rtsp.DigestServer;
import io.nightjar.rtsp.RtspAuth;
import io.nightjar.rtsp.RtspRequest;
import io.nightjar.rtsp.RtspResponse;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RtspPreflightTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Optional<Credentials> SECRET = Optional.of(new Credentials("admin", "canary:#@"));

    private final RtspPreflight preflight =
            new RtspPreflight(new Resolver(AddressPolicy.allowing(List.of()), Duration.ofSeconds(2)));

    @Test
    void aCameraThatAsksForDigestGetsIt() throws Exception {
        var digest = DigestServer.withRandomNonce("camera");
        try (var camera = new ScriptedCamera(request -> RtspAuth.read(request) instanceof RtspAuth.Shown.Digest shown
                        && digest.proves(shown, "canary:#@", request)
                ? RtspResponse.to(request, 200).withBody("application/sdp", "v=0\r\n")
                : digest.challenge(request, false))) {

            var answer = preflight.ask(template(camera, "/main"), SECRET, Origin.FILE, TIMEOUT);

            assertThat(answer.sdp()).startsWith("v=0");
            assertThat(answer.socketAddress().getPort()).isEqualTo(camera.port());
            assertThat(answer.dialled(SECRET)).contains("admin:canary%3A%23%40@127.0.0.1:");
            fails(ErrorKind.AUTH, camera, Optional.of(new Credentials("admin", "other")));
            fails(ErrorKind.AUTH, camera, Optional.empty());
        }
    }

    @Test
    void eachAnswerBecomesAKind() throws Exception {
        fails(ErrorKind.NOT_FOUND, request -> RtspResponse.to(request, 404));
        fails(ErrorKind.RESET, request -> RtspResponse.to(request, 453));
        fails(ErrorKind.PROTOCOL, request -> RtspResponse.to(request, 500));
        fails(ErrorKind.RESET, request -> null);
        fails(ErrorKind.AUTH, request -> RtspResponse.to(request, 401).plus("WWW-Authenticate", "Kerberos x"));
    }

    @Test
    void aCameraThatSaysNothingTimesOut() throws Exception {
        try (var camera = new ScriptedCamera(request -> ScriptedCamera.SILENCE)) {
            assertThatThrownBy(() -> preflight.ask(
                            template(camera, "/main"), Optional.empty(), Origin.FILE, Duration.ofMillis(200)))
                    .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(ErrorKind.TIMEOUT));
        }
    }

    @Test
    void aClosedPortIsRefused() throws Exception {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThatThrownBy(() ->
                        preflight.ask(UrlTemplate.of("rtsp://127.0.0.1:" + port + "/a"), SECRET, Origin.FILE, TIMEOUT))
                .isInstanceOfSatisfying(CameraFailure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(ErrorKind.REFUSED);
                    assertThat(failure.sentence()).doesNotContain("canary", "admin");
                });
    }

    @Test
    void aRedirectIsFollowedAndChecked() throws Exception {
        try (var second =
                new ScriptedCamera(request -> RtspResponse.to(request, 200).withBody("application/sdp", "v=0"))) {
            Function<RtspRequest, @Nullable RtspResponse> toSecond = request ->
                    RtspResponse.to(request, 302).with("Location", "rtsp://127.0.0.1:" + second.port() + "/moved");
            try (var first = new ScriptedCamera(toSecond)) {
                var answer = preflight.ask(template(first, "/main"), SECRET, Origin.FILE, TIMEOUT);
                assertThat(answer.template().template()).endsWith(second.port() + "/moved");
            }
        }
        fails(ErrorKind.FORBIDDEN_ADDRESS, request -> RtspResponse.to(request, 302)
                .with("Location", "rtsp://169.254.169.254/latest"));
        fails(ErrorKind.CONFIG, request -> RtspResponse.to(request, 302).with("Location", "file:///etc/passwd"));
        fails(ErrorKind.PROTOCOL, request -> RtspResponse.to(request, 302).with("Location", request.uri()));
    }

    @Test
    void anInterruptEndsIt() throws Exception {
        try (var camera = new ScriptedCamera(request -> ScriptedCamera.SILENCE)) {
            var waiting = new Thread(() -> {
                try {
                    preflight.ask(template(camera, "/main"), SECRET, Origin.FILE, Duration.ofMinutes(1));
                } catch (CameraFailure expected) {
                    Thread.currentThread().interrupt();
                }
            });
            waiting.start();
            waiting.interrupt();
            waiting.join(TIMEOUT);
            assertThat(waiting.isAlive()).isFalse();
        }
    }

    private void fails(ErrorKind kind, Function<RtspRequest, @Nullable RtspResponse> script) throws Exception {
        try (var camera = new ScriptedCamera(script)) {
            fails(kind, camera, SECRET);
        }
    }

    private void fails(ErrorKind kind, ScriptedCamera camera, Optional<Credentials> credentials) {
        assertThatThrownBy(() -> preflight.ask(template(camera, "/main"), credentials, Origin.FILE, TIMEOUT))
                .isInstanceOfSatisfying(CameraFailure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(kind);
                    assertThat(failure.sentence()).doesNotContain("canary", "admin");
                });
    }

    private static UrlTemplate template(ScriptedCamera camera, String path) {
        return UrlTemplate.of("rtsp://127.0.0.1:" + camera.port() + path);
    }
}
