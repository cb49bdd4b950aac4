// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import static io.nightjar.cameras.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Cameras;
import io.nightjar.cameras.MovedClock;
import io.nightjar.cameras.ScriptedWeb;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReolinkApiTest {

    private static final Credentials SECRET = new Credentials("admin", "can\"ary");

    private final MovedClock clock = new MovedClock();
    private final AtomicInteger logins = new AtomicInteger();

    @Test
    void oneSignInServesManyCommandsAndIsGivenBack() throws Exception {
        try (var camera = new ScriptedWeb(this::normal)) {
            var api = api(camera);
            assertThat(api.device()).isEqualTo(new ReolinkDevice("RLC-810A", "Gate", "123", "v3.0.0", false, 1));
            assertThat(api.encoding(0).main()).isEqualTo(new ReolinkEncoding.Picture(3840, 2160, 25, "h265"));
            assertThat(api.encoding(0).sub()).isEqualTo(new ReolinkEncoding.Picture(640, 360, 10, "h264"));
            api.close();
            api.close();

            assertThat(logins).hasValue(1);
            assertThat(camera.requests())
                    .extracting(request -> request.parameter("cmd"))
                    .containsExactly("Login", "GetDevInfo", "GetEnc", "GetEnc", "Logout");
            assertThat(camera.requests().get(1).parameter("token")).isEqualTo("t1");
            assertThat(json(camera.requests().getFirst())
                            .at("/0/param/User/password")
                            .asText())
                    .isEqualTo("can\"ary");
        }
    }

    @Test
    void aTokenIsRenewedFiveMinutesBeforeItsEnd() throws Exception {
        try (var camera = new ScriptedWeb(this::normal);
                var api = api(camera)) {
            api.device();
            clock.move(Duration.ofSeconds(3299));
            api.device();
            assertThat(logins).hasValue(1);
            clock.move(Duration.ofSeconds(2));
            api.device();
            assertThat(logins).hasValue(2);
            assertThat(camera.requests())
                    .extracting(request -> request.parameter("cmd"))
                    .as("the new session is there before the old one is given back")
                    .containsSubsequence("Login", "Logout", "GetDevInfo");
        }
    }

    @Test
    void aForgottenTokenIsRenewedOnceAndNotAgain() throws Exception {
        try (var camera = new ScriptedWeb(request -> request.parameter("token").equals("t1")
                        ? error("GetDevInfo", -6, "please login first")
                        : normal(request));
                var api = api(camera)) {
            assertThat(api.device().model()).isEqualTo("RLC-810A");
            assertThat(logins).hasValue(2);
        }
        try (var camera = new ScriptedWeb(request -> request.parameter("cmd").equals("Login")
                        ? normal(request)
                        : error("GetDevInfo", -6, "please login first"));
                var api = api(camera)) {
            logins.set(0);
            assertThatThrownBy(api::device).hasMessageContaining("-6");
            assertThat(logins).hasValue(2);
        }
    }

    @Test
    void aRefusedPasswordIsNotTriedAgainAtOnce() throws Exception {
        try (var camera = new ScriptedWeb(request -> error("Login", -7, "login failed"));
                var api = api(camera)) {
            for (int attempt = 0; attempt < 5; attempt++) {
                assertThatThrownBy(api::device)
                        .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                                .isEqualTo(ErrorKind.AUTH));
            }
            assertThat(camera.requests()).hasSize(1);
        }
    }

    @Test
    void modelsThatFailOnSeveralCommandsAreAskedOneByOne() throws Exception {
        try (var camera = new ScriptedWeb(
                        request -> json(request).size() > 1 ? error("GetDevInfo", -8, "timeout") : normal(request));
                var api = api(camera)) {
            var answers = api.askAll(List.of(
                    ReolinkCommand.of("GetDevInfo"),
                    ReolinkCommand.of("Dance"),
                    ReolinkCommand.ofChannel("GetEnc", 0)));

            assertThat(answers).hasSize(3);
            assertThat(answers.get(0)).isPresent();
            assertThat(answers.get(1)).isEmpty();
            assertThat(answers.get(2)).isPresent();
        }
    }

    @Test
    void aCameraThatWantsHttpsOrRestartsIsExplained() throws Exception {
        try (var camera = new ScriptedWeb(request -> answer(300, "text/html", ""));
                var api = api(camera)) {
            assertThatThrownBy(api::device).hasMessageContaining("HTTPS");
        }
        try (var camera = new ScriptedWeb(request -> answer(502, "text/html", "Bad Gateway"));
                var api = api(camera)) {
            assertThatThrownBy(api::device)
                    .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(ErrorKind.RESET));
        }
    }

    private byte[] normal(ScriptedWeb.Request request) throws IOException {
        return switch (request.parameter("cmd")) {
            case "Login" ->
                value("Login", "{\"Token\":{\"leaseTime\":3600,\"name\":\"t" + logins.incrementAndGet() + "\"}}");
            case "GetDevInfo" ->
                value(
                        "GetDevInfo",
                        "{\"DevInfo\":{\"type\":\"IPC\",\"model\":\"RLC-810A\",\"name\":\"Gate\",\"serial\":\"123\",\"firmVer\":\"v3.0.0\",\"channelNum\":1}}");
            case "GetEnc" ->
                value(
                        "GetEnc",
                        "{\"Enc\":{\"mainStream\":{\"size\":\"3840*2160\",\"frameRate\":25,\"vType\":\"h265\"},\"subStream\":{\"width\":640,\"height\":360,\"frameRate\":10}}}");
            case "Logout" -> answer(200, "text/html", "garbage{");
            default -> error(request.parameter("cmd"), -9, "not support");
        };
    }

    private static byte[] value(String command, String value) {
        return answer(200, "text/html", "[{\"cmd\" : \"" + command + "\",\"code\" : 0,\"value\" : " + value + "}]");
    }

    private static byte[] error(String command, int code, String detail) {
        return answer(
                200,
                "text/html",
                "[{\"cmd\":\"" + command + "\",\"code\":1,\"error\":{\"rspCode\" : " + code + ",\"detail\" : \""
                        + detail + "\"}}]");
    }

    private static JsonNode json(ScriptedWeb.Request request) throws IOException {
        return ContractsJson.mapper().readTree(request.body());
    }

    private ReolinkApi api(ScriptedWeb camera) {
        var wish = Cameras.wish(
                "vendor: reolink, host: 127.0.0.1, ports: {http: " + camera.port() + "}",
                Role.MAIN,
                Optional.of(SECRET));
        return new ReolinkApi(Cameras.http(), ReolinkAddress.of(wish), SECRET, clock);
    }
}
