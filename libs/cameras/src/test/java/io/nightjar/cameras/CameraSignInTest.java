// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import static io.nightjar.cameras.Cameras.TIMEOUT;
import static io.nightjar.cameras.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.cameras.ScriptedWeb.Request;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.rtsp.RtspAuth;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CameraSignInTest {

    private static final String CHALLENGE =
            "WWW-Authenticate: Digest realm=\"Login to 2J, \\\"Digest\\\" x\",qop=\"auth,auth-int\",nonce=\"n1\",opaque=\"\",stale=\"false\"";
    private static final Optional<Credentials> SECRET = Optional.of(new Credentials("admin", "p:w\"\\d"));

    private final CameraHttp http = Cameras.http();

    @Test
    void digestSignsTheAddressAsItWasSent() throws Exception {
        try (var camera = new ScriptedWeb(request -> proves(request) ? ok() : asks(CHALLENGE))) {
            var answer = http.send(ask(camera, "/cgi?codes=[All]&a=%5B"), TIMEOUT);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(camera.connections())
                    .as("the same connection, as nonces may end with it")
                    .isEqualTo(1);
            assertThat(camera.requests().getFirst().header("Authorization")).isEmpty();
        }
    }

    @Test
    void aRefusedPasswordIsNotTriedAgain() throws Exception {
        try (var camera = new ScriptedWeb(request -> asks(CHALLENGE))) {
            fails(ErrorKind.AUTH, camera, "refused the user or the password");
            assertThat(camera.requests()).hasSize(2);
        }
    }

    @Test
    void aNonceThatAgedIsRenewedOnce() throws Exception {
        try (var camera = new ScriptedWeb(
                request -> request.header("Authorization").orElse("").contains("n2")
                        ? ok()
                        : asks(
                                request.header("Authorization").isPresent()
                                        ? "WWW-Authenticate: Digest realm=\"x\", qop=\"auth\", nonce=\"n2\", stale=TRUE"
                                        : CHALLENGE))) {
            assertThat(http.send(ask(camera, "/"), TIMEOUT).status()).isEqualTo(200);
            assertThat(camera.requests()).hasSize(3);
        }
    }

    @Test
    void aCameraThatHangsUpAfterItsChallengeIsDialledAgain() throws Exception {
        try (var camera = new ScriptedWeb(request -> proves(request)
                ? ok()
                : ("HTTP/1.1 401 No\r\n" + CHALLENGE + "\r\nCONNECTION: close\r\n\r\nError\r\nInvalid Authority!")
                        .getBytes(StandardCharsets.UTF_8))) {
            assertThat(http.send(ask(camera, "/cgi"), TIMEOUT).status()).isEqualTo(200);
            assertThat(camera.connections()).isEqualTo(2);
        }
    }

    @Test
    void oldCamerasKnowOnlyBasic() throws Exception {
        try (var camera = new ScriptedWeb(request -> request.header("Authorization")
                        .filter(RtspAuth.basic("admin", "p:w\"\\d")::equals)
                        .isPresent()
                ? ok()
                : asks("WWW-Authenticate: Basic realm=\"Device_CGI\""))) {
            assertThat(http.send(ask(camera, "/"), TIMEOUT).status()).isEqualTo(200);
        }
    }

    @Test
    void aLockedAccountIsSaidToBeLocked() throws Exception {
        try (var camera =
                new ScriptedWeb(request -> answer(401, "text/plain", "Error\r\nUser Locked!\r\n", CHALLENGE))) {
            fails(ErrorKind.AUTH, camera, "locked this account");
        }
    }

    @Test
    void aSignInThatIsNotKnownIsNotGuessed() throws Exception {
        try (var camera = new ScriptedWeb(request -> asks("WWW-Authenticate: Negotiate"))) {
            fails(ErrorKind.AUTH, camera, "not understood");
            assertThat(camera.requests()).hasSize(1);
        }
    }

    @Test
    void nobodyElseIsShownAProofAfterARedirect() throws Exception {
        try (var other = new ScriptedWeb(request -> asks(CHALLENGE));
                var camera = new ScriptedWeb(request ->
                        answer(302, "text/plain", "", "Location: http://localhost:" + other.port() + "/moved"))) {
            var answer = http.send(ask(camera, "/").with("Cookie", "canary"), TIMEOUT);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(other.requests()).singleElement().satisfies(request -> {
                assertThat(request.target()).isEqualTo("/moved");
                assertThat(request.headers()).doesNotContainKeys("Authorization", "Cookie");
            });
        }
    }

    @Test
    void redirectsAreFollowedAtTheSameHostAndChecked() throws Exception {
        try (var camera = new ScriptedWeb(request -> switch (request.target()) {
            case "/a/old?x" -> answer(301, "text/plain", "", "Location: new");
            case "/a/new" -> proves(request) ? ok() : asks(CHALLENGE);
            case "/loop" -> answer(302, "text/plain", "", "Location: /loop");
            case "/cloud" -> answer(302, "text/plain", "", "Location: http://169.254.169.254/latest");
            case "/file" -> answer(302, "text/plain", "", "Location: file:///etc/passwd");
            default -> answer(300, "text/plain", "");
        })) {
            assertThat(http.send(ask(camera, "/a/old?x"), TIMEOUT).status()).isEqualTo(200);
            fails(ErrorKind.PROTOCOL, camera, "/loop", "circles");
            fails(ErrorKind.FORBIDDEN_ADDRESS, camera, "/cloud", "169.254.169.254");
            fails(ErrorKind.CONFIG, camera, "/file", "http://");
            fails(ErrorKind.CONFIG, camera, "/https-only", "HTTPS");
        }
    }

    private void fails(ErrorKind kind, ScriptedWeb camera, String words) {
        fails(kind, camera, "/", words);
    }

    private void fails(ErrorKind kind, ScriptedWeb camera, String path, String words) {
        assertThatThrownBy(() -> http.send(ask(camera, path), TIMEOUT))
                .hasMessageContaining(words)
                .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(kind));
    }

    private static HttpAsk ask(ScriptedWeb camera, String path) {
        return HttpAsk.get(camera.url(path), Origin.FILE).signedBy(SECRET);
    }

    private static byte[] ok() {
        return answer(200, "text/plain", "OK\r\n");
    }

    private static byte[] asks(String challenge) {
        return answer(401, "text/plain", "Error\r\nInvalid Authority!\r\n", challenge);
    }

    /** The server's own reckoning, from the standard's text. */
    private static boolean proves(Request request) {
        if (!(RtspAuth.read(request.header("Authorization").orElse(null)) instanceof RtspAuth.Shown.Digest shown)) {
            return false;
        }
        var secret = md5("admin:Login to 2J, \"Digest\" x:p:w\"\\d");
        var asked = md5(request.method() + ":" + request.target());
        var given = shown.fields();
        var expected = md5(String.join(
                ":", secret, "n1", given.getOrDefault("nc", ""), given.getOrDefault("cnonce", ""), "auth", asked));
        return request.target().equals(given.get("uri"))
                && "auth".equals(given.get("qop"))
                && expected.equals(given.get("response"));
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
