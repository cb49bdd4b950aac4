// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

import static io.nightjar.cameras.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Cameras;
import io.nightjar.cameras.MovedClock;
import io.nightjar.cameras.ScriptedWeb;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AmcrestApiTest {

    private static final Credentials SECRET = new Credentials("admin", "canary");

    private final MovedClock clock = new MovedClock();

    @Test
    void aCameraTellsWhoItIs() throws Exception {
        var answers = Map.of(
                "getDeviceType", "type=IP2M-841\r\n",
                "getMachineName", "name=AMC0\n",
                "getSoftwareVersion", "version=2.800.0000016.0.R,build:2020-06-05\r\n");
        try (var camera = new ScriptedWeb(request -> answers.containsKey(request.parameter("action"))
                ? answer(200, "text/plain", answers.get(request.parameter("action")))
                : answer(400, "text/plain", "Error\r\nBad Request!\r\n"))) {
            assertThat(api(camera).device())
                    .isEqualTo(new AmcrestDevice("IP2M-841", "AMC0", "", "2.800.0000016.0.R,build:2020-06-05"));
        }
    }

    @Test
    void valuesMayHoldEqualSigns() throws Exception {
        try (var camera = new ScriptedWeb(
                request -> answer(200, "text/plain", "table.A.Url=http://x/?a=b\r\n\r\nnonsense\r\n"))) {
            assertThat(api(camera).ask("configManager.cgi?action=getConfig&name=A"))
                    .isEqualTo(Map.of("table.A.Url", "http://x/?a=b"));
        }
    }

    @Test
    void errorsWithTheStatusOfSuccessAreErrors() throws Exception {
        fails(ErrorKind.NOT_FOUND, 200, "Error\r\nBad Request!\r\n");
        fails(ErrorKind.NOT_FOUND, 501, "Error\r\nNot Implemented!\r\n");
        fails(ErrorKind.AUTH, 200, "Error: ErrorID=0, Detail=Invalid Authority!");
        fails(ErrorKind.AUTH, 200, "Error\r\nAuthorization Failed!\r\n");
        fails(ErrorKind.PROTOCOL, 200, "Maybe");
    }

    @Test
    void afterARefusedPasswordNothingIsAskedForAWhile() throws Exception {
        try (var camera = new ScriptedWeb(request -> answer(
                401,
                "text/plain",
                "Error\r\nInvalid Authority!\r\n",
                "WWW-Authenticate: Digest realm=\"Login to 2J\",qop=\"auth\",nonce=\"n\",opaque=\"\""))) {
            var api = api(camera);
            for (int attempt = 0; attempt < 20; attempt++) {
                assertThatThrownBy(() -> api.order("x.cgi?action=reboot"))
                        .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                                .isEqualTo(ErrorKind.AUTH));
            }
            assertThat(camera.requests()).as("one question, one proof").hasSize(2);

            clock.move(Duration.ofSeconds(61));
            assertThatThrownBy(() -> api.order("x.cgi?action=reboot")).isInstanceOf(CameraFailure.class);
            assertThat(camera.requests()).hasSize(4);
            clock.move(Duration.ofSeconds(61));
            assertThatThrownBy(() -> api.order("x.cgi?action=reboot")).isInstanceOf(CameraFailure.class);
            assertThat(camera.requests()).as("then five minutes").hasSize(4);
        }
    }

    private void fails(ErrorKind kind, int status, String body) throws Exception {
        try (var camera = new ScriptedWeb(request -> answer(status, "text/plain", body))) {
            assertThatThrownBy(() -> api(camera).order("ptz.cgi?action=start"))
                    .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(kind));
        }
    }

    private AmcrestApi api(ScriptedWeb camera) {
        var wish = Cameras.wish(
                "vendor: amcrest, host: 127.0.0.1, ports: {http: " + camera.port() + "}",
                Role.MAIN,
                Optional.of(SECRET));
        return new AmcrestApi(Cameras.http(), AmcrestAddress.of(wish), SECRET, clock);
    }
}
