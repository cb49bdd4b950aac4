// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Cameras;
import io.nightjar.cameras.ScriptedWeb;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.fuzz.Mutations;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A Reolink camera that answers almost right: every question ends in an answer or a failure that people can read. */
class ReolinkFuzzTest {

    private static final String LOGIN =
            "[{\"cmd\":\"Login\",\"code\":0,\"value\":{\"Token\":{\"leaseTime\":3600,\"name\":\"t1\"}}}]";
    private static final String ANSWER = """
            [{"cmd":"Any","code":0,"value":{
             "DevInfo":{"model":"RLC-810A","name":"Gate","serial":"1","firmVer":"v3","wifi":0,"channelNum":1},
             "Enc":{"mainStream":{"width":3840,"height":2160,"frameRate":25,"vType":"h265"},"subStream":{"size":"640*360"}},
             "rtspUrl":{"mainStream":"rtsp://10.0.0.1/main","subStream":"rtsp://10.0.0.1/sub"},
             "Ability":{"ptz":{"ver":1}}}}]
            """;

    @Test
    void sessionsAndAnswersAreUnderstoodOrRefused() throws Exception {
        var reply = new AtomicReference<>(new byte[0]);
        var brokenLogin = new AtomicReference<>(false);
        try (var camera = new ScriptedWeb(request -> {
            boolean login = request.parameter("cmd").equals("Login");
            var right = (login ? LOGIN : ANSWER).getBytes(ISO_8859_1);
            return ScriptedWeb.answer(200, "text/html", login == brokenLogin.get() ? reply.get() : right);
        })) {
            var address = new ReolinkAddress("127.0.0.1", camera.port(), false, Optional.empty(), Origin.FILE);
            Mutations.of(LOGIN, ANSWER).check(100, (input, random) -> {
                reply.set(input);
                brokenLogin.set(random.nextBoolean());
                try (var api = new ReolinkApi(
                        Cameras.http(), address, new Credentials("admin", "canary"), Clock.systemUTC())) {
                    List.<Runnable>of(api::device, () -> api.encoding(0), () -> api.urls(0), api::ability)
                            .forEach(ReolinkFuzzTest::ends);
                }
            });
        }
    }

    private static void ends(Runnable question) {
        try {
            question.run();
        } catch (CameraFailure failure) {
            assertThat(failure.sentence()).isNotBlank().doesNotContain("canary").hasSizeLessThan(500);
        }
    }

    @Test
    void aLeaseOfAnyLengthIsALease() throws Exception {
        for (var lease : List.of("9223372036854775807", "-9223372036854775808", "1e300", "\"x\"", "null", "0")) {
            var login = LOGIN.replace("3600", lease);
            try (var camera = new ScriptedWeb(request -> ScriptedWeb.answer(
                            200, "text/html", request.parameter("cmd").equals("Login") ? login : ANSWER));
                    var api = new ReolinkApi(
                            Cameras.http(),
                            new ReolinkAddress("127.0.0.1", camera.port(), false, Optional.empty(), Origin.FILE),
                            new Credentials("admin", "canary"),
                            Clock.systemUTC())) {
                assertThat(api.device().model()).isEqualTo("RLC-810A");
            }
        }
    }

    @Test
    void complaintsAreFoundOrLeft() {
        Mutations.of("[{\"error\":{\"rspCode\" : -6}}]", ANSWER)
                .check(5000, (input, random) -> ReolinkCodes.failure(new String(input, ISO_8859_1))
                        .ifPresent(failure -> assertThat(failure.sentence()).isNotBlank()));
    }
}
