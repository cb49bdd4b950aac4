// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.nightjar.contracts.event.AuditEvent;
import io.nightjar.contracts.event.Topic;
import io.nightjar.contracts.stream.StreamState;
import io.nightjar.gateway.House;
import io.nightjar.gateway.Visitors;
import io.nightjar.gateway.WithGateway;
import io.nightjar.kit.Events;
import io.nightjar.kit.From;
import io.nightjar.kit.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trying cameras out, with an ingest process that says more than it should. */
@QuarkusTest
@WithGateway
class TrialIT {
    @Inject
    Outbox outbox;

    @Inject
    Events events;

    @BeforeEach
    void anIngestProcessIsHeard() {
        House.report(outbox, "gate/sub", StreamState.Name.LIVE);
    }

    private static Response test(String json) {
        return Visitors.admin().contentType("application/json").body(json).post("/api/cameras/test");
    }

    @Test
    void anAddressIsTriedStepByStepAndNothingSecretComesBack() {
        var answer = test("{\"url\": \"rtsp://u:canary-trial@10.9.9.9/one\"}");
        answer.then()
                .statusCode(200)
                .body("ok", equalTo(true), "steps[0].step", equalTo("sign-in"), "steps[0].ms", equalTo(12))
                .body("steps[0]", hasKey("hint"), "steps[0]", not(hasKey("internal")))
                .body("streams[0].codec", equalTo("h264"), "streams[0].transport", equalTo("tcp"))
                .body("streams[0]", hasKey("audio"), "streams[0]", not(hasKey("address")))
                .body("picture", startsWith("data:image/jpeg;base64,"));
        assertThat(answer.asString()).doesNotContain("canary").doesNotContain("request");
        var asked = House.trial();
        assertThat(asked.getString("camera.streams.main.url")).isEqualTo("rtsp://10.9.9.9/one");
        assertThat(asked.getString("credentials.password")).isEqualTo("canary-trial");
        assertThat(asked.getString("camera.origin")).isEqualTo("api");
        Visitors.admin().get("/api/cameras").then().body(not(containsString("10.9.9.9/one")));
        assertThat(House.calls())
                .filteredOn(call -> call.get("uri").startsWith("/internal/ingest/test"))
                .isNotEmpty()
                .allSatisfy(call -> {
                    assertThat(call.get("uri")).doesNotContain("canary");
                    assertThat(call.get("authorization")).startsWith("Bearer ");
                });
    }

    @Test
    void aCameraOfTheRegistryIsTriedWithItsStoredCredentials() {
        test("{\"id\": \"gate\", \"role\": \"sub\"}").then().statusCode(200);
        var asked = House.trial();
        assertThat(asked.getString("camera.credentialRef")).isEqualTo("camera:gate");
        assertThat(asked.getString("role")).isEqualTo("sub");
        assertThat(asked.getMap("$")).doesNotContainKey("credentials");
        assertThat(asked.prettify()).doesNotContain("canary");
    }

    @Test
    void aCameraThatIsBeingChangedKeepsItsCredentialsUnlessOthersAreGiven() {
        Visitors.admin()
                .contentType("application/json")
                .body("{\"id\": \"draft\", \"streams\": {\"main\": {\"url\": \"rtsp://u:canary@10.9.9.9/a\"}}}")
                .post("/api/cameras");
        var changed = "{\"id\": \"draft\", \"streams\": {\"main\": {\"url\": \"rtsp://10.9.9.9/b\"}}";
        test(changed + "}").then().statusCode(200);
        assertThat(House.trial().getString("camera.credentialRef")).isEqualTo("camera:draft");
        assertThat(House.trial().getString("camera.streams.main.url")).isEqualTo("rtsp://10.9.9.9/b");
        test(changed + ", \"credentials\": null}").then().statusCode(200);
        assertThat(House.trial().getString("camera.credentialRef")).isNull();
        Visitors.admin().get("/api/cameras/draft").then().body("streams.main.url", equalTo("rtsp://10.9.9.9/a"));
        Visitors.admin().delete("/api/cameras/draft").then().statusCode(204);
    }

    @Test
    void credentialsOfAFileAreNotTriedElsewhere() {
        test("{\"id\": \"gate\", \"streams\": {\"main\": {\"url\": \"rtsp://10.9.9.9/a\"}}}")
                .then()
                .statusCode(409);
        test("{\"streams\": {\"main\": {\"url\": \"rtsp://10.9.9.9/a\"}}, \"credentialRef\": \"camera:gate\"}")
                .then()
                .statusCode(200);
        assertThat(House.trial().getString("camera.credentialRef")).isNull();
    }

    @Test
    void aCameraBehindADeviceIsTriedWithIt() {
        Visitors.admin()
                .contentType("application/json")
                .body("{\"id\": \"barn\", \"vendor\": \"reolink\", \"host\": \"10.9.9.1\"}")
                .post("/api/devices");
        test("{\"vendor\": \"reolink\", \"device\": \"barn\", \"channel\": \"2\"}")
                .then()
                .statusCode(200);
        assertThat(House.trial().getString("device.host")).isEqualTo("10.9.9.1");
        Visitors.admin().delete("/api/devices/barn").then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"url\": \"rtsp://127.0.0.1/x\"}",
                "{\"url\": \"http://169.254.169.254/latest\"}",
                "{\"url\": \"file:///etc/passwd\"}",
                "{\"url\": \"v4l2:///dev/video0\"}",
                "{\"vendor\": \"reolink\", \"host\": \"localhost\"}",
                "{\"vendor\": \"reolink\", \"device\": \"nvr\"}",
                "{\"url\": \"rtsp://10.9.9.9/x\", \"role\": \"side\"}",
                "{\"role\": \"main\"}",
                "[]",
                ""
            })
    void whatMustNotBeDialledIsNotEvenSentToIngest(String body) {
        int before = House.calls().size();
        test(body).then().statusCode(400).contentType("application/problem+json");
        assertThat(House.calls().stream().skip(before).filter(call -> call.get("uri")
                        .startsWith("/internal/ingest/test")))
                .isEmpty();
    }

    @Test
    void anUnknownCameraIsNotFound() {
        test("{\"id\": \"attic\"}").then().statusCode(404);
    }

    @Test
    void tryingIsForThoseWhoMayAddAndIsRemembered() {
        var heard = new CopyOnWriteArrayList<AuditEvent>();
        try (var following = events.follow(Topic.AUDIT, From.START, (key, event) -> heard.add(event))) {
            Visitors.as("otto")
                    .contentType("application/json")
                    .body("{\"id\": \"gate\"}")
                    .post("/api/cameras/test")
                    .then()
                    .statusCode(403);
            test("{\"id\": \"gate\"}");
            Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(heard)
                    .anyMatch(event -> event.action().equals("camera.test") && "gate".equals(event.target())));
            assertThat(heard.toString()).doesNotContain("canary");
        }
    }

    @Test
    void whatIsFoundIsProposedWithoutSecretsAndWithAFreeId() {
        var answer = Visitors.admin().contentType("application/json").post("/api/cameras/discover");
        answer.then()
                .statusCode(200)
                .body("items.address", equalTo(List.of("10.9.9.7", "127.0.0.1")))
                .body("items.known", equalTo(List.of(false, true)))
                .body("items[0].camera.id", equalTo("cote-jardin"), "items[0].model", equalTo("IP5M"))
                .body("items[0].camera.streams.main.url", equalTo("rtsp://10.9.9.7/x"))
                .body("items[0].camera", not(hasKey("credentials")))
                .body("items[1].camera.id", equalTo("gate-2"), "items[1]", hasKey("model"));
        assertThat(answer.asString()).doesNotContain("canary");
        Visitors.admin().get("/api/cameras").then().body("items.id", not(containsString("cote-jardin")));
    }
}
