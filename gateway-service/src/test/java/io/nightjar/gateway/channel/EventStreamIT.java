// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.stream.StreamState;
import io.nightjar.gateway.House;
import io.nightjar.gateway.Visitors;
import io.nightjar.gateway.WithGateway;
import io.nightjar.kit.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithGateway
class EventStreamIT {
    @Inject
    Outbox outbox;

    @BeforeEach
    void streamsAreLive() {
        House.report(outbox, "gate/sub", StreamState.Name.LIVE);
        House.report(outbox, "yard/main", StreamState.Name.LIVE);
    }

    private static List<String> ids(LongAnswer answer) {
        return answer.lines().stream()
                .filter(line -> line.startsWith("id: "))
                .map(line -> line.substring(4))
                .toList();
    }

    @Test
    void eventsBeginWithASnapshotAndResumeWhereTheyStopped() {
        String last;
        try (var events = LongAnswer.get("/api/events", Visitors.token("admin"))) {
            assertThat(events.header("Content-Type")).startsWith("text/event-stream");
            Awaitility.await().untilAsserted(() -> assertThat(events.lines()).contains("event: snapshot"));
            last = ids(events).getLast();
        }
        House.send(outbox, "gate/sub", StreamState.Name.STALLED);
        Awaitility.await().untilAsserted(() -> Visitors.admin()
                .get("/api/cameras/gate/streams")
                .then()
                .body("items[1].state", org.hamcrest.Matchers.equalTo("stalled")));
        try (var events = LongAnswer.get("/api/events", Visitors.token("admin"), "Last-Event-ID", last)) {
            Awaitility.await().untilAsserted(() -> assertThat(events.lines())
                    .contains("event: stream")
                    .anyMatch(line -> line.startsWith("data: ") && line.contains("\"stalled\"")));
            assertThat(events.lines()).doesNotContain("event: snapshot");
        }
        try (var events = LongAnswer.get("/api/events", Visitors.token("admin"), "Last-Event-ID", "unknown")) {
            Awaitility.await().untilAsserted(() -> assertThat(events.lines()).contains("event: snapshot"));
        }
    }

    @Test
    void onlyWhatIsGrantedIsTold() {
        try (var events = LongAnswer.get("/api/events", Visitors.token("vera"))) {
            Awaitility.await().untilAsserted(() -> assertThat(events.lines()).contains("event: snapshot"));
            House.send(outbox, "yard/main", StreamState.Name.STALLED);
            House.report(outbox, "yard/main", StreamState.Name.LIVE);
            House.send(outbox, "gate/sub", StreamState.Name.BACKOFF);
            Awaitility.await()
                    .untilAsserted(() -> assertThat(events.lines()).anyMatch(line -> line.contains("\"backoff\"")));
            assertThat(events.lines()).noneMatch(line -> line.contains("yard"));
        }
    }

    @Test
    void theStreamEndsWithTheSession() {
        var token = Visitors.freshToken("vic");
        try (var events = LongAnswer.get("/api/events", token)) {
            Awaitility.await().untilAsserted(() -> assertThat(events.lines()).contains("event: snapshot"));
            Visitors.nobody().header("Authorization", "Bearer " + token).delete("/api/session");
            Awaitility.await().until(events::isOver);
        }
    }

    @Test
    void nobodyHearsNothing() {
        Visitors.nobody().get("/api/events").then().statusCode(401);
    }
}
