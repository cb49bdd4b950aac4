// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.event.AuditEvent;
import io.nightjar.contracts.event.Topic;
import io.nightjar.contracts.stream.StreamState;
import io.nightjar.gateway.House;
import io.nightjar.gateway.Visitors;
import io.nightjar.gateway.WithGateway;
import io.nightjar.kit.Events;
import io.nightjar.kit.From;
import io.nightjar.kit.Outbox;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Heads moved over the live socket, against a process that remembers what it was asked. */
@QuarkusTest
@WithGateway
class SocketHeadsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Inject
    Outbox outbox;

    @Inject
    Events events;

    @Inject
    Farewell farewell;

    @Inject
    BeanManager beans;

    @BeforeEach
    void everythingWorks() {
        House.ptz("{}");
    }

    /** What a page's end brings about comes late, and would be counted by the next test. */
    @AfterEach
    void everyPageIsGone() {
        try {
            await().atMost(PATIENCE).until(() -> untold(House.ptzCalls()).isEmpty());
        } finally {
            House.ptz("{}");
        }
    }

    /** Heads that were moved by pages of whose end they do not know, each as page and head. */
    private static Set<String> untold(List<Map<String, String>> calls) {
        var heads = new HashSet<String>();
        for (var call : calls) {
            var order = call.get("uri").replaceFirst(".*/", "");
            var head = call.get("channel") + call.get("uri").replaceFirst("[^/]+$", "");
            switch (order) {
                case "move" -> heads.add(head);
                case "closed" -> heads.remove(head);
                default -> {}
            }
        }
        return heads;
    }

    private static Page page(String visitor) {
        return Page.open(Visitors.token(visitor));
    }

    private static List<Map<String, String>> calls(String camera, String order) {
        return House.ptzCalls().stream()
                .filter(call -> call.get("uri").equals("/internal/ptz/cameras/" + camera + "/ptz/" + order))
                .toList();
    }

    private static void awaitCalls(String camera, String order, int atLeast) {
        await().atMost(PATIENCE).until(() -> calls(camera, order).size() >= atLeast);
    }

    @Test
    void holdsAndStopsReachTheHeadWithWhoSaidThemAndAreAnswered() {
        try (var page = page("otto")) {
            var moved = page.order("gate", "hold", 1).answer("gate", "hold", 1);
            var stopped = page.order("gate", "stop", 1).answer("gate", "stop", 1);
            assertThat(moved.path("ok").asBoolean()).isTrue();
            assertThat(moved.path("ms").isIntegralNumber()).isTrue();
            assertThat(moved.path("driver").asText()).isEqualTo("onvif");
            assertThat(stopped.path("ok").asBoolean()).isTrue();
            var move = calls("gate", "move").getFirst();
            assertThat(move)
                    .containsEntry("user", "otto")
                    .containsEntry("role", "operator")
                    .containsEntry("method", "POST")
                    .containsEntry("body", "{\"press\":1,\"pan\":-0.5,\"tilt\":0.0,\"zoom\":0.0,\"focus\":0.0}");
            assertThat(calls("gate", "stop").getFirst())
                    .containsEntry("body", "{\"press\":1}")
                    .containsEntry("channel", move.get("channel"));
            assertThat(move.get("channel")).isNotBlank();
        }
    }

    @Test
    void aPageThatIsGoneIsToldForEveryHeadItMoved() {
        try (var page = page("otto")) {
            page.order("gate", "hold", 1).answer("gate", "hold", 1);
            page.order("gate", "stop", 1).answer("gate", "stop", 1);
            page.order("yard", "hold", 2).answer("yard", "hold", 2);
        }
        awaitCalls("gate", "closed", 1);
        awaitCalls("yard", "closed", 1);
        var channel = calls("yard", "move").getFirst().get("channel");
        assertThat(calls("yard", "closed")).hasSize(1).first().satisfies(call -> assertThat(call)
                .containsEntry("channel", channel)
                .containsEntry("user", "otto"));
    }

    @Test
    void aProcessThatEndsLetsGoOfWhatItsPagesMoveFirst() {
        assertThat(beans.resolveObserverMethods(new ShutdownEvent()))
                .first()
                .extracting(ObserverMethod::getBeanClass)
                .isEqualTo(Farewell.class);
        try (var page = page("otto")) {
            page.order("gate", "hold", 1).answer("gate", "hold", 1);
            page.order("yard", "hold", 2).answer("yard", "hold", 2);
            House.ptz("{\"drop\": 2}");
            farewell.letGo();
            // Whoever ended the process would find this now, with nothing left to be done.
            assertThat(calls("gate", "closed").size() + calls("yard", "closed").size())
                    .isEqualTo(4);
            assertThat(calls("gate", "closed")).isNotEmpty();
            assertThat(calls("yard", "closed")).isNotEmpty();
            page.order("gate", "hold", 3).say("{\"type\": \"ping\", \"t\": 3}").await("pong");
            assertThat(calls("gate", "move")).isEmpty();
        }
    }

    @Test
    void signingOutStopsWhatThePageMoves() {
        var token = Visitors.freshToken("otto");
        try (var page = Page.open(token)) {
            page.order("gate", "hold", 1).answer("gate", "hold", 1);
            Visitors.nobody().header("Authorization", "Bearer " + token).delete("/api/session");
            awaitCalls("gate", "closed", 1);
        }
        assertThat(calls("gate", "closed")).hasSize(1);
    }

    @Test
    void aRoleThatIsTakenAwayStopsWhatThePageMoves() {
        try (var page = Page.open(Visitors.freshToken("otto-demoted"))) {
            page.order("gate", "hold", 1).answer("gate", "hold", 1);
            Visitors.admin()
                    .contentType("application/json")
                    .body("{\"role\": \"viewer\"}")
                    .put("/api/users/otto-demoted")
                    .then()
                    .statusCode(200);
            awaitCalls("gate", "closed", 1);
        } finally {
            Visitors.admin().delete("/api/users/otto-demoted");
        }
    }

    @Test
    void whoMayNotMoveIsToldAndAHiddenCameraAnswersLikeOneThatIsNotThere() {
        try (var vic = page("vic");
                var admin = page("admin")) {
            assertThat(vic.order("gate", "hold", 1).answer("gate", "hold", 1).toString())
                    .contains("\"ok\":false", "\"kind\":\"forbidden\"", "operator");
            vic.order("gate", "stop", 1).answer("gate", "stop", 1);
            var hidden = admin.order("cellar", "hold", 1).answer("cellar", "hold", 1);
            var unknown = admin.order("attics", "hold", 1).answer("attics", "hold", 1);
            assertThat(hidden.toString().replace("cellar", "x"))
                    .isEqualTo(unknown.toString().replace("attics", "x"))
                    .contains("\"kind\":\"not-found\"");
        }
        assertThat(House.ptzCalls()).isEmpty();
    }

    @Test
    void aHeadThatHangsDelaysNoOther() {
        House.ptz("{\"hang\": [\"gate\"]}");
        try (var page = page("otto")) {
            for (int each = 0; each < 30; each++) {
                page.order("gate", "hold", 1);
            }
            page.order("gate", "stop", 1);
            page.order("yard", "hold", 2).answer("yard", "hold", 2);
            var stopped = page.order("yard", "stop", 2).answer("yard", "stop", 2);
            assertThat(stopped.path("ok").asBoolean()).isTrue();
            awaitCalls("gate", "stop", 1);
            assertThat(calls("gate", "move")).hasSizeLessThanOrEqualTo(4);
        }
    }

    @Test
    void aStopIsSentAgainWhileNobodyTakesIt() {
        House.ptz("{\"drop\": 4}");
        try (var page = page("otto")) {
            var stopped = page.order("gate", "stop", 1).answer("gate", "stop", 1);
            assertThat(stopped.path("ok").asBoolean()).isTrue();
            assertThat(calls("gate", "stop")).hasSize(5);
        }
    }

    @Test
    void aFloodIsCutButForItsStop() {
        long began = System.nanoTime();
        try (var page = page("otto")) {
            for (int press = 1; press <= 400; press++) {
                page.order("gate", "hold", press);
            }
            page.order("gate", "stop", 401).answer("gate", "stop", 401);
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) + 1;
            assertThat((long) calls("gate", "move").size())
                    .isPositive()
                    .isLessThanOrEqualTo(MessageRate.PER_SECOND * (seconds + 1));
            assertThat(calls("gate", "stop")).hasSize(1);
        }
    }

    @Test
    void aPageThatTakesItsPicturesSlowlyStopsAtOnce() {
        House.report(outbox, "gate/sub", StreamState.Name.LIVE);
        try (var page = page("otto");
                var quick = page("vic")) {
            var want = "{\"type\": \"pictures\", \"want\":"
                    + " [{\"camera\": \"gate\", \"role\": \"sub\", \"fps\": 30, \"width\": 1920}]}";
            page.say(want);
            quick.say(want);
            await().atMost(PATIENCE).until(() -> page.pictures().size() > 2);
            page.stopReading();
            int before = quick.pictures().size();
            await().atMost(PATIENCE).until(() -> quick.pictures().size() > before + 60);
            page.order("gate", "hold", 1);
            awaitCalls("gate", "move", 1);
            page.order("gate", "stop", 1);
            awaitCalls("gate", "stop", 1);
        }
    }

    @Test
    void changesOfAHeadAreTold() {
        try (var page = page("vera").hello();
                var events = LongAnswer.get("/api/events", Visitors.token("vera"))) {
            page.await("snapshot");
            await().atMost(PATIENCE).until(() -> events.lines().contains("event: snapshot"));
            House.head(outbox, "yard", House.url(), 1, true);
            House.head(outbox, "gate", House.url(), 1, false);
            House.head(outbox, "gate", House.url(), 1, true);
            var told = page.await(message -> message.path("type").asText().equals("ptz")
                    && message.path("head").path("moving").asBoolean());
            assertThat(told.path("head").path("camera").asText()).isEqualTo("gate");
            assertThat(told.path("head").path("abilities").path("panTilt").asBoolean())
                    .isTrue();
            assertThat(told.path("head").has("owner")).isFalse();
            await().atMost(PATIENCE).until(() -> events.lines().contains("event: ptz"));
            outbox.delete(Topic.PTZ, "yard");
            outbox.delete(Topic.PTZ, "gate");
            assertThat(page.await("ptz-removed").path("camera").asText()).isEqualTo("gate");
            await().atMost(PATIENCE).until(() -> events.lines().contains("event: ptz-removed"));
            assertThat(page.messages()).noneMatch(message -> message.toString().contains("yard"));
        }
        try (var page = page("vera").hello()) {
            assertThat(page.await("snapshot").path("heads")).isEmpty();
        }
    }

    @Test
    void eachPressIsRememberedOnce() {
        var heard = new CopyOnWriteArrayList<AuditEvent>();
        try (var following = events.follow(Topic.AUDIT, From.START, (key, event) -> heard.add(event));
                var page = Page.open(Visitors.freshToken("otto-audited"));
                var vera = Page.open(Visitors.freshToken("vera-audited"))) {
            for (int each = 0; each < 5; each++) {
                page.order("gate", "hold", 1).answer("gate", "hold", 1);
            }
            page.order("gate", "stop", 1).order("gate", "stop", 1).answer("gate", "stop", 1);
            vera.order("gate", "hold", 1).order("gate", "hold", 1).answer("gate", "hold", 1);
            await().atMost(PATIENCE).until(() -> heard.stream()
                    .anyMatch(event -> event.who().equals("vera-audited") && !event.allowed()));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard)
                    .filteredOn(event ->
                            event.who().equals("otto-audited") && event.action().startsWith("ptz."))
                    .extracting(event -> event.action() + " " + event.target() + " " + event.result())
                    .containsExactly("ptz.move gate ok", "ptz.stop gate ok"));
            assertThat(heard)
                    .filteredOn(event -> event.who().equals("vera-audited") && !event.allowed())
                    .hasSize(1);
            following.close();
        } finally {
            Visitors.admin().delete("/api/users/otto-audited");
            Visitors.admin().delete("/api/users/vera-audited");
        }
    }
}
