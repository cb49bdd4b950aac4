// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import io.nightjar.contracts.event.AuditEvent;
import io.nightjar.contracts.event.CameraEntry;
import io.nightjar.contracts.event.Topic;
import io.nightjar.gateway.Visitors;
import io.nightjar.gateway.WithGateway;
import io.nightjar.kit.Events;
import io.nightjar.kit.From;
import io.nightjar.kit.Listener;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithGateway
class StatusIT {
    @Inject
    Events events;

    @Test
    void administratorsSeeServicesAndWhatToCorrect() {
        Visitors.admin()
                .get("/api/status")
                .then()
                .statusCode(200)
                .body(
                        "kafka",
                        equalTo("up"),
                        "services.name",
                        hasItems("gateway", "ingest", "packager", "ptz", "recording"))
                .body("services.find { it.name == 'packager' }.state", equalTo("up"))
                .body("problems", hasItem(containsString("absent.yaml")))
                .body("problems", hasItem(containsString("Camera broken")));
        Visitors.as("vic").get("/api/status").then().body("problems", hasSize(0));
    }

    @Test
    void theClockIsTold() {
        long now = System.currentTimeMillis();
        long told = Visitors.nobody().get("/api/time").jsonPath().getLong("now");
        assertThat(told - now).isBetween(-2000L, 2000L);
        Visitors.nobody().get("/api/health").then().time(lessThan(2000L)).body("status", equalTo("up"));
    }

    @Test
    void theTopicOfCamerasFollowsTheRegistry() {
        Map<String, CameraEntry> known = new ConcurrentHashMap<>();
        try (var following = events.follow(Topic.CAMERAS, From.START, new Listener<CameraEntry>() {
            @Override
            public void onEvent(String key, CameraEntry event) {
                known.put(key, event);
            }

            @Override
            public void onDeleted(String key) {
                known.remove(key);
            }
        })) {
            assertThat(following).isNotNull();
            Visitors.admin()
                    .contentType("application/json")
                    .body("{\"id\": \"topical\", \"streams\": {\"main\": {\"url\": \"rtsp://u:canary@10.9.9.9/one\"}}}")
                    .post("/api/cameras")
                    .then()
                    .statusCode(201);
            Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(known)
                    .containsKeys("gate", "yard", "cellar", "topical")
                    .allSatisfy((key, entry) -> assertThat(entry.toString()).doesNotContain("canary")));
            Visitors.admin().delete("/api/cameras/topical").then().statusCode(204);
            Awaitility.await().untilAsserted(() -> assertThat(known).doesNotContainKey("topical"));
        }
    }

    @Test
    void whoDidWhatIsRemembered() {
        List<AuditEvent> heard = new CopyOnWriteArrayList<>();
        try (var following = events.follow(Topic.AUDIT, From.START, (key, event) -> heard.add(event))) {
            assertThat(following).isNotNull();
            Visitors.signIn("admin", "wrong again");
            Visitors.freshToken("admin");
            Visitors.as("vic").post("/api/cameras/gate/streams/sub/stop").then().statusCode(403);
            Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(heard)
                    .anyMatch(event -> event.action().equals("session.refused") && !event.allowed())
                    .anyMatch(event -> event.action().equals("session.create")
                            && event.who().equals("admin"))
                    .anyMatch(event -> event.action().equals("stream.control")
                            && event.who().equals("vic")
                            && !event.allowed()));
        }
    }
}
