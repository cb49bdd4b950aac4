// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import static io.nightjar.cameras.Cameras.TIMEOUT;
import static io.nightjar.cameras.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.rtsp.RtspAuth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptLinksTest {

    private static final String CHALLENGE = "WWW-Authenticate: Digest realm=\"x\", qop=\"auth\", nonce=\"n1\"";

    private final CameraHttp http = Cameras.http();

    @Test
    void ordersThatFollowEachOtherSignInOnce() throws Exception {
        try (var camera = new ScriptedWeb(KeptLinksTest::signedIn)) {
            send(order(camera, "right"));
            send(order(camera, "wrong"));
            send(order(camera, "right"));

            assertThat(camera.connections())
                    .as("one for each user, the first one's used again")
                    .isEqualTo(2);
            assertThat(counts(camera)).containsExactly("", "00000001", "", "00000001", "00000002");
        }
    }

    @Test
    void aNonceThatWasForgottenIsAskedForAgain() throws Exception {
        try (var camera =
                new ScriptedWeb(request -> counted(request).equals("00000002") ? asks() : signedIn(request))) {
            send(order(camera, "right"));
            send(order(camera, "right"));

            assertThat(camera.connections()).isEqualTo(1);
            assertThat(counts(camera)).containsExactly("", "00000001", "00000002", "00000001");
        }
    }

    @Test
    void aCameraThatHangsUpBetweenOrdersIsDialledAgain() throws Exception {
        try (var camera = new ScriptedWeb(request -> counted(request).equals("00000002") ? null : signedIn(request))) {
            send(order(camera, "right"));
            send(order(camera, "right"));

            assertThat(camera.connections()).isEqualTo(2);
        }
    }

    @Test
    void whatMustNotArriveTwiceGoesOverANewConnection() throws Exception {
        try (var camera = new ScriptedWeb(request -> answer(200, "text/plain", "OK"))) {
            send(HttpAsk.get(camera.url("/order"), Origin.FILE).repeatable());
            send(HttpAsk.get(camera.url("/once"), Origin.FILE));
            send(HttpAsk.get(camera.url("/order"), Origin.FILE).repeatable());

            assertThat(camera.connections()).isEqualTo(2);
        }
    }

    @Test
    void aCameraThatClosesAfterEachAnswerIsTakenAtItsWord() throws Exception {
        try (var camera = new ScriptedWeb(request -> answer(200, "text/plain", "OK", "Connection: close"))) {
            send(HttpAsk.get(camera.url("/order"), Origin.FILE).repeatable());
            send(HttpAsk.get(camera.url("/order"), Origin.FILE).repeatable());

            assertThat(camera.connections()).isEqualTo(2);
        }
    }

    @Test
    void aPasswordThatIsRefusedLaterIsNotTriedOnAndOn() throws Exception {
        var answers = List.of(asks(), answer(200, "text/plain", "OK")).iterator();
        try (var camera = new ScriptedWeb(request -> answers.hasNext() ? answers.next() : asks())) {
            send(order(camera, "right"));

            assertThatThrownBy(() -> send(order(camera, "right"))).hasMessageContaining("refused the user");
            assertThat(camera.requests()).hasSize(4);
        }
    }

    private void send(HttpAsk ask) {
        assertThat(http.send(ask, TIMEOUT).status()).isEqualTo(200);
    }

    private static HttpAsk order(ScriptedWeb camera, String user) {
        return HttpAsk.get(camera.url("/order"), Origin.FILE)
                .signedBy(Optional.of(new Credentials(user, "secret")))
                .repeatable();
    }

    private static byte[] signedIn(ScriptedWeb.Request request) {
        return counted(request).isEmpty() ? asks() : answer(200, "text/plain", "OK");
    }

    private static byte[] asks() {
        return answer(401, "text/plain", "No", CHALLENGE);
    }

    private static List<String> counts(ScriptedWeb camera) {
        return camera.requests().stream().map(KeptLinksTest::counted).toList();
    }

    /** Empty where nobody signed in. */
    private static String counted(ScriptedWeb.Request request) {
        return RtspAuth.read(request.header("Authorization").orElse(null)) instanceof RtspAuth.Shown.Digest shown
                ? shown.fields().getOrDefault("nc", "")
                : "";
    }
}
