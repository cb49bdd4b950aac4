// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.unifi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.Curl;
import io.nightjar.simulators.Ffmpeg;
import io.nightjar.simulators.rtsp.Command;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProtectConsoleIT {

    private static final String OFFICIAL = "/proxy/protect/integration/v1/";

    private static ProtectConsole console;

    @BeforeAll
    static void start() {
        console = ProtectConsole.builder("Console").cameras(2).start();
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @AfterEach
    void behave() {
        console.apply(Command.NORMAL);
    }

    private record Session(String cookie, String token) {

        String[] headers() {
            return new String[] {"-H", "Cookie: " + cookie, "-H", "X-CSRF-Token: " + token};
        }
    }

    private static Curl.Answer login(String password) throws Exception {
        return Curl.ask(
                console.root() + "/api/auth/login",
                "--json",
                "{\"username\":\"nightjar\",\"password\":\"" + password + "\",\"rememberMe\":false}");
    }

    private static Session signIn() throws Exception {
        var answer = login("protect");
        assertThat(answer.status()).isEqualTo(200);
        var cookie = answer.header("Set-Cookie").orElseThrow();
        return new Session(
                cookie.substring(0, cookie.indexOf(';')),
                answer.header("X-CSRF-Token").orElseThrow());
    }

    private static Curl.Answer bootstrap(Session session) throws Exception {
        return Curl.ask(console.root() + "/proxy/protect/api/bootstrap", session.headers());
    }

    private static Curl.Answer officially(String path, String... options) throws Exception {
        var all = new ArrayList<>(List.of("-H", "X-API-KEY: " + console.apiKey()));
        all.addAll(List.of(options));
        return Curl.ask(console.root() + OFFICIAL + path, all.toArray(String[]::new));
    }

    @Test
    void aSessionShowsTheCamerasUntilItEnds() throws Exception {
        var session = signIn();

        var answer = bootstrap(session);

        assertThat(answer.header("X-CSRF-Token").orElseThrow()).isNotEqualTo(session.token());
        var cameras = answer.json().path("cameras");
        assertThat(cameras.findValuesAsText("name")).contains("Camera 1", "Camera 2");
        var alias = cameras.at("/0/channels/0/rtspAlias").asText();
        assertThat(console.url(Role.MAIN)).endsWith("/" + alias);
        assertThat(answer.json().at("/nvr/ports/rtsp").asInt())
                .isEqualTo(console.ports().get("rtsp"));
        console.expireSessions();
        assertThat(bootstrap(session).status()).isEqualTo(401);
    }

    @Test
    void aCookieIsReplacedNowAndThenAndTheOldOneStaysGoodForAWhile() throws Exception {
        var session = signIn();
        var replaced = false;
        for (var i = 0; i < 10; i++) {
            replaced |= bootstrap(session).header("Set-Cookie").isPresent();
        }

        assertThat(replaced).isTrue();
        assertThat(bootstrap(session).status()).isEqualTo(200);
    }

    @Test
    void whoWritesMustShowTheTokenAndSwitchesRtspOn() throws Exception {
        var session = signIn();
        var camera = console.cameras().get(1);
        var url = console.root() + "/proxy/protect/api/cameras/" + camera.id();
        var change = "{\"channels\":[{\"id\":1,\"isRtspEnabled\":true}]}";
        assertThat(Curl.ask(url, "-X", "PATCH", "--json", change, "-H", "Cookie: " + session.cookie())
                        .status())
                .isEqualTo(403);

        var changed = Curl.ask(
                url,
                "-X",
                "PATCH",
                "--json",
                change,
                "-H",
                "Cookie: " + session.cookie(),
                "-H",
                "X-CSRF-Token: " + session.token());

        assertThat(changed.json().at("/channels/1/rtspAlias").asText()).hasSize(16);
    }

    @Test
    void signInFailsInAllItsWays() throws Exception {
        assertThat(login("guess").status()).isEqualTo(401);
        console.turnOn(ConsoleSwitch.SECOND_FACTOR);
        assertThat(login("protect").status()).isEqualTo(499);
        console.turnOn(ConsoleSwitch.THROTTLED);
        var throttled = login("protect");
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.header("Retry-After")).contains("1");
        var nulls = "{\"username\":\"nightjar\",\"password\":\"protect\",\"token\":null}";
        console.apply(Command.NORMAL);
        assertThat(Curl.ask(console.root() + "/api/auth/login", "--json", nulls).status())
                .isEqualTo(400);
        assertThat(console.wrongPasswords()).isEqualTo(1);
    }

    @Test
    void snapshotsComeTwiceASecondAndNoneFromADisconnectedCamera() throws Exception {
        var session = signIn();
        var camera = console.cameras().getFirst();
        var url = console.root() + "/proxy/protect/api/cameras/" + camera.id() + "/snapshot?w=640&ts=1";

        var before = camera.snapshots();
        var first = Curl.ask(url, session.headers());
        var second = Curl.ask(url, session.headers());

        assertThat(first.strip()).isPresent().isEqualTo(second.strip());
        assertThat(camera.snapshots() - before).isEqualTo(2);
        console.turnOn(ConsoleSwitch.CAMERA_OFFLINE);
        assertThat(Curl.ask(url, session.headers()).status()).isEqualTo(503);
    }

    @Test
    void theOfficialInterfaceWantsItsKeyAndGivesSecureAddresses() throws Exception {
        assertThat(Curl.ask(console.root() + OFFICIAL + "cameras").status()).isEqualTo(401);
        var id = officially("cameras").json().at("/0/id").asText();
        assertThat(id).isEqualTo(console.cameras().getFirst().id());

        var path = "cameras/" + id + "/rtsps-stream";
        var created = officially(path, "--json", "{\"qualities\":[\"high\",\"medium\"]}")
                .json();
        assertThat(created.path("medium").asText())
                .startsWith("rtsps://127.0.0.1:")
                .endsWith("?enableSrtp");
        officially(path + "?qualities=medium", "-X", "DELETE");
        assertThat(officially(path).json().path("medium").isNull()).isTrue();

        console.turnOn(ConsoleSwitch.WRONG_HOST);
        assertThat(officially(path).json().path("high").asText()).contains("192.0.2.10");
        assertThat(officially("cameras/" + id + "/snapshot?highQuality=true").strip())
                .isPresent();
    }

    @Test
    void anAliasPlaysInTheClearAndNothingMayFollowIt() throws Exception {
        var plain = Ffmpeg.play(console.url(Role.SUB), "-rtsp_transport", "tcp");
        assertThat(plain.exit()).as(plain.output()).isZero();
        assertThat(console.cameras().getFirst().rtspConnectionsEver()).isPositive();
        await().untilAsserted(() ->
                assertThat(console.cameras().getFirst().rtspConnections()).isZero());

        assertThat(Ffmpeg.play(console.url(Role.SUB) + "?enableSrtp", "-rtsp_transport", "tcp")
                        .output())
                .contains("404 Not Found");
    }

    @Test
    void overTlsTheStreamPlaysToo() throws Exception {
        var url = console.secureUrl(console.cameras().getFirst(), Role.SUB);

        var outcome = Ffmpeg.play(url, "-rtsp_transport", "tcp");

        assertThat(outcome.exit()).as(outcome.output()).isZero();
    }
}
