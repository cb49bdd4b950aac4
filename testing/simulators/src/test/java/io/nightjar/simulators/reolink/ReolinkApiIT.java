// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.reolink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.simulators.Curl;
import io.nightjar.simulators.rtsp.Command;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReolinkApiIT {

    private static final String SECRETS = "&user=admin&password=secret";
    private static final String SIZE = "&width=640&height=480";

    private static ReolinkCamera camera;

    @BeforeAll
    static void start() {
        camera = ReolinkCamera.builder("Yard")
                .credentials("admin", "secret")
                .maxSessions(2)
                .start();
    }

    @AfterAll
    static void stop() {
        camera.close();
    }

    @AfterEach
    void behave() {
        camera.apply(Command.NORMAL);
        camera.expireSessions();
        camera.unlock();
    }

    private static Curl.Answer snap(String more) throws Exception {
        return Curl.ask(camera.apiUrl() + "?cmd=Snap&channel=0&rs=abc" + more);
    }

    private static JsonNode post(String query, String body) throws Exception {
        return Curl.ask(camera.apiUrl() + query, "--data", body).json();
    }

    private static JsonNode login(String user, String password) throws Exception {
        return post("?cmd=Login", """
                [{"cmd":"Login","action":0,"param":{"User":{"Version":"0","userName":"%s","password":"%s"}}}]""".formatted(user, password)).path(0);
    }

    private static String token() throws Exception {
        return login("admin", "secret").path("value").path("Token").path("name").asText();
    }

    private static int code(JsonNode item) {
        return item.path("error").path("rspCode").asInt();
    }

    @Test
    void aSnapshotWithUserAndPasswordIsAPictureOfNow() throws Exception {
        var answer = snap(SECRETS + SIZE);

        assertThat(answer.header("Content-Type")).contains("image/jpeg");
        assertThat(System.currentTimeMillis() - answer.strip().orElseThrow().wallMillis())
                .isLessThan(5_000);
    }

    @Test
    void withoutSizeOrSignInTheErrorIsSmallJsonWithStatus200() throws Exception {
        var unsized = snap(SECRETS);
        assertThat(unsized.status()).isEqualTo(200);
        assertThat(unsized.header("Content-Type")).contains("text/html");
        assertThat(unsized.body()).hasSize(146);
        assertThat(code(unsized.json().path(0))).isEqualTo(-6);
        assertThat(code(snap(SECRETS + "&width=320&height=240").json().path(0))).isEqualTo(-6);

        var unknown = snap("&user=guest&password=secret" + SIZE);
        assertThat(unknown.body()).hasSize(141);
        assertThat(code(unknown.json().path(0))).isEqualTo(-27);
    }

    @Test
    void largeSnapshotsTakeTheirTimeAndComeOneByOne() throws Exception {
        var token = token();
        var begin = System.nanoTime();
        Curl.ask(
                camera.apiUrl() + "?cmd=Snap&channel=0&token=" + token,
                "-Z",
                "-o",
                "/dev/null",
                camera.apiUrl() + "?cmd=Snap&channel=0&token=" + token);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(1100));
    }

    @Test
    void aTokenOpensCommandsUntilItExpires() throws Exception {
        var answer = login("admin", "secret");
        assertThat(answer.path("value").path("Token").path("leaseTime").asInt()).isEqualTo(3600);
        var query = "?cmd=GetDevInfo&token="
                + answer.path("value").path("Token").path("name").asText();
        var command = "[{\"cmd\":\"GetDevInfo\"},{\"cmd\":\"PtzCtrl\",\"param\":{\"op\":\"Left\"}}]";

        var answers = post(query, command);

        assertThat(answers.path(0).path("value").path("DevInfo").path("name").asText())
                .isEqualTo("Yard");
        assertThat(code(answers.path(1))).isEqualTo(-9);
        camera.expireSessions();
        assertThat(code(post(query, command).path(0))).isEqualTo(-6);
    }

    @Test
    void oneSessionTooManyIsRefusedUntilOneEnds() throws Exception {
        var token = token();
        token();
        assertThat(code(login("admin", "secret"))).isEqualTo(-5);

        post("?cmd=Logout&token=" + token, "[{\"cmd\":\"Logout\"}]");

        assertThat(token()).isNotEmpty();
    }

    @Test
    void fiveWrongPasswordsLockTheAccount() throws Exception {
        for (var i = 0; i < 5; i++) {
            assertThat(code(login("admin", "guess"))).isEqualTo(-7);
        }

        assertThat(code(login("admin", "secret"))).isEqualTo(-506);
        assertThat(camera.wrongPasswords()).isEqualTo(5);
    }

    @Test
    void switchesChangeWhatItAnswers() throws Exception {
        var query = "?token=" + token();
        camera.turnOn(ReolinkSwitch.OLD_AI_FORMAT);
        camera.seeMotion(true, true);
        assertThat(post(query, "[{\"cmd\":\"GetAiState\"}]")
                        .at("/0/value/people")
                        .asInt())
                .isEqualTo(1);

        camera.turnOn(ReolinkSwitch.BATCHES_FAIL);
        assertThat(post(query, "[{\"cmd\":\"GetEnc\"},{\"cmd\":\"GetMdState\"}]"))
                .hasSize(1);

        camera.turnOn(ReolinkSwitch.LOGOUT_GARBAGE);
        assertThat(Curl.ask(camera.apiUrl() + query + "&cmd=Logout", "--data", "[{\"cmd\":\"Logout\"}]")
                        .text())
                .doesNotContain("[");

        camera.turnOn(ReolinkSwitch.HTTPS_ONLY);
        assertThat(Curl.ask(camera.apiUrl()).status()).isEqualTo(300);
        var https = "https://127.0.0.1:" + camera.ports().get("https") + "/api.cgi?cmd=GetDevInfo";
        assertThat(code(Curl.ask(https).json().path(0))).isEqualTo(-6);
    }
}
