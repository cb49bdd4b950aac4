// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.contracts.stream.StreamState;
import io.nightjar.gateway.House;
import io.nightjar.gateway.Visitors;
import io.nightjar.gateway.WithGateway;
import io.nightjar.kit.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithGateway
class LiveSocketIT {
    private static final String WANT_BOTH = "{\"type\": \"pictures\", \"want\": ["
            + "{\"camera\": \"gate\", \"role\": \"sub\", \"fps\": 15, \"width\": 640},"
            + "{\"camera\": \"yard\", \"role\": \"main\", \"fps\": 15, \"width\": 640}]}";

    @Inject
    Outbox outbox;

    @BeforeEach
    void streamsAreLive() {
        House.report(outbox, "gate/sub", StreamState.Name.LIVE);
        House.report(outbox, "yard/main", StreamState.Name.LIVE);
    }

    private static long number(Page.Shown picture) {
        return picture.header().path("seq").asLong();
    }

    private static int refused(WebSocket.Builder builder) {
        try {
            builder.buildAsync(Page.uri(), new WebSocket.Listener() {}).join().abort();
            return 101;
        } catch (CompletionException failure) {
            return ((WebSocketHandshakeException) failure.getCause())
                    .getResponse()
                    .statusCode();
        }
    }

    @Test
    void onlyOurOwnPageOpensASocketWithACookie() {
        var own = RestAssured.baseURI + ":" + RestAssured.port;
        var cookie = "nightjar_session=" + Visitors.token("vic");
        assertThat(refused(Page.builder())).isEqualTo(401);
        assertThat(refused(Page.builder().header("Cookie", cookie))).isEqualTo(403);
        assertThat(refused(Page.builder().header("Cookie", cookie).header("Origin", "http://evil.example")))
                .isEqualTo(403);
        assertThat(refused(Page.builder().header("Cookie", cookie).header("Origin", own)))
                .isEqualTo(101);
    }

    @Test
    void aPageGetsASnapshotOfWhatItsUserMaySeeAndTheClock() {
        try (var page = Page.open(Visitors.token("vera")).hello()) {
            var snapshot = page.await("snapshot");
            assertThat(snapshot.path("cameras").findValuesAsText("id")).containsExactly("gate");
            assertThat(snapshot.path("streams").findValuesAsText("camera")).containsOnly("gate");
            assertThat(snapshot.toString())
                    .doesNotContain("rtsp://127.0.0.1:1/")
                    .doesNotContain("canary");
            var stream = snapshot.path("streams").get(1);
            assertThat(stream.path("state").asText()).isEqualTo("live");
            assertThat(stream.path("urls").path("rtsp").asText()).isEqualTo("rtsp://127.0.0.1:18554/gate/sub");
            page.say("{\"type\": \"ping\", \"t\": 42}");
            assertThat(page.await("pong").path("t").asLong()).isEqualTo(42);
        }
    }

    @Test
    void changesAreToldToThoseWhoMayKnowAndToNobodyElse() {
        try (var vera = Page.open(Visitors.token("vera")).hello();
                var admin = Page.open(Visitors.token("admin")).hello()) {
            vera.await("snapshot");
            admin.await("snapshot");
            House.send(outbox, "yard/main", StreamState.Name.STALLED);
            House.send(outbox, "cellar/main", StreamState.Name.STALLED);
            Awaitility.await().untilAsserted(() -> assertThat(admin.messages())
                    .anyMatch(message ->
                            message.path("stream").path("camera").asText().equals("cellar")));
            House.send(outbox, "gate/sub", StreamState.Name.STALLED);
            Awaitility.await().untilAsserted(() -> assertThat(vera.messages())
                    .anyMatch(message ->
                            message.path("stream").path("state").asText().equals("stalled")));
            assertThat(vera.messages()).noneMatch(message -> message.toString().contains("yard"));
            assertThat(vera.messages()).noneMatch(message -> message.toString().contains("cellar"));
        }
    }

    @Test
    void picturesAreSharedByAllWhoWatchAndLetGoAfterThem() {
        try (var one = Page.open(Visitors.token("vic")).say(WANT_BOTH);
                var two = Page.open(Visitors.token("admin")).say(WANT_BOTH)) {
            Awaitility.await().untilAsserted(() -> assertThat(one.pictures()).hasSizeGreaterThan(10));
            Awaitility.await().untilAsserted(() -> assertThat(two.pictures()).hasSizeGreaterThan(10));
            assertThat(House.watching()).isEqualTo(2);
            one.say("{\"type\": \"pictures\", \"want\": []}");
        }
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(House::watching, watching -> watching == 0);
    }

    @Test
    void picturesOfACameraThatIsNotGrantedNeverCome() {
        try (var page = Page.open(Visitors.token("vera")).say(WANT_BOTH)) {
            Awaitility.await().untilAsserted(() -> assertThat(page.pictures()).hasSizeGreaterThan(20));
            assertThat(page.pictures())
                    .allMatch(
                            picture -> picture.header().path("camera").asText().equals("gate"));
            assertThat(page.pictures().getFirst().bytes()).isPositive();
            assertThat(System.currentTimeMillis()
                            - page.pictures().getLast().header().path("at").asLong())
                    .isLessThan(2000);
        }
    }

    @Test
    void aSlowPageSkipsPicturesAndGetsTheNewest() {
        var want = "{\"type\": \"pictures\", \"want\":"
                + " [{\"camera\": \"gate\", \"role\": \"sub\", \"fps\": 30, \"width\": 1920}]}";
        try (var page = Page.open(Visitors.token("vic")).say(want);
                var quick = Page.open(Visitors.token("vic")).say(want)) {
            Awaitility.await().untilAsserted(() -> assertThat(page.pictures()).hasSizeGreaterThan(2));
            page.stopReading();
            int before = quick.pictures().size();
            Awaitility.await().untilAsserted(() -> assertThat(quick.pictures()).hasSizeGreaterThan(before + 60));
            int heldBack = page.pictures().size();
            page.readAgain();
            // What lies in the network's own buffers comes first, then a gap in the numbers.
            Awaitility.await().untilAsserted(() -> {
                assertThat(page.pictures()).hasSizeGreaterThan(heldBack + 20);
                assertThat(number(page.pictures().getLast())
                                - number(page.pictures().getFirst())
                                + 1)
                        .isGreaterThan(page.pictures().size());
            });
        }
    }

    @Test
    void signingOutSaysGoodbyeAndClosesTheSocket() throws Exception {
        var token = Visitors.freshToken("vic");
        try (var page = Page.open(token).hello()) {
            page.await("snapshot");
            Visitors.nobody().header("Authorization", "Bearer " + token).delete("/api/session");
            assertThat(page.await("bye").path("reason").asText()).isEqualTo("session-ended");
            assertThat(page.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void aCameraThatIsHiddenDisappearsForAllButAdministrators() {
        var form =
                "{\"id\": \"porch\", \"hidden\": false, \"streams\": {\"main\": {\"url\": \"rtsp://10.9.9.9/one\"}}}";
        try (var vic = Page.open(Visitors.token("vic")).hello();
                var admin = Page.open(Visitors.token("admin")).hello()) {
            vic.await("snapshot");
            admin.await("snapshot");
            Visitors.admin()
                    .contentType("application/json")
                    .body(form)
                    .post("/api/cameras")
                    .then()
                    .statusCode(201);
            assertThat(vic.await("camera").toString()).contains("porch").doesNotContain("10.9.9.9");
            assertThat(admin.await("camera").toString()).contains("10.9.9.9");
            Visitors.admin()
                    .contentType("application/json")
                    .body(form.replace("false", "true"))
                    .put("/api/cameras/porch")
                    .then()
                    .statusCode(200);
            assertThat(vic.await("camera-removed").path("id").asText()).isEqualTo("porch");
            Awaitility.await().untilAsserted(() -> assertThat(admin.messages())
                    .anyMatch(message -> message.path("camera").path("hidden").asBoolean()));
            assertThat(vic.messages())
                    .noneMatch(message -> message.path("camera").path("hidden").asBoolean());
        } finally {
            Visitors.admin().delete("/api/cameras/porch");
        }
    }

    @Test
    void garbageClosesTheSocketAndUnknownWordsDoNot() throws Exception {
        try (var page = Page.open(Visitors.token("vic")).say("{\"type\": \"from-the-future\"}")) {
            page.say("{\"type\": \"ping\", \"t\": 1}").await("pong");
            page.say("not json");
            assertThat(page.closeCode()).isEqualTo(4400);
        }
        assertThatThrownBy(() -> Page.open("no such token")).isInstanceOf(CompletionException.class);
    }
}
