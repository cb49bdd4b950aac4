// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.nightjar.contracts.event.AuditEvent;
import io.nightjar.contracts.event.Topic;
import io.nightjar.gateway.House;
import io.nightjar.gateway.Visitors;
import io.nightjar.gateway.WithGateway;
import io.nightjar.gateway.policy.Endpoints;
import io.nightjar.kit.Events;
import io.nightjar.kit.From;
import io.nightjar.kit.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithGateway
class PtzIT {
    private static final String BASE = "/api/cameras/gate/ptz/";

    @Inject
    Outbox outbox;

    @Inject
    Events events;

    @BeforeEach
    @AfterEach
    void everythingWorks() {
        House.ptz("{}");
        House.ptz(House.otherPtz(), "{}");
    }

    private static RequestSpecification as(String visitor) {
        return Visitors.as(visitor).urlEncodingEnabled(false).contentType("application/json");
    }

    private static Response move(String body) {
        return as("otto").body(body).post(BASE + "move");
    }

    private static List<String> asked() {
        return House.ptzCalls().stream()
                .map(call -> call.get("method") + " " + call.get("uri"))
                .toList();
    }

    @Test
    void everyOperationArrivesAsItWasSent() {
        var operations = Endpoints.all().stream()
                .filter(endpoint -> endpoint.path().contains("{id}/ptz/"))
                .toList();
        assertThat(operations).hasSize(20);
        for (var operation : operations) {
            as("otto")
                    .body(operation.method().equals("GET") ? "" : "{\"a\":1}")
                    .request(operation.method(), operation.to("gate"))
                    .then()
                    .statusCode(200);
        }
        assertThat(asked())
                .containsExactlyElementsOf(operations.stream()
                        .map(operation ->
                                operation.method() + " " + operation.to("gate").replace("/api/", "/internal/ptz/"))
                        .toList());
    }

    @Test
    void whoAsksIsSaidByTheGatewayAlone() {
        as("admin")
                .header("X-Nightjar-User", "mallory")
                .header("X-Nightjar-Role", "admin")
                .header("X-Nightjar-Channel", "mine")
                .header("X-Evil", "yes")
                .body("{\"pan\": 1}")
                .post(BASE + "move")
                .then()
                .statusCode(200)
                .body("driver", equalTo("onvif"));
        var call = House.ptzCalls().getFirst();
        assertThat(call)
                .containsEntry("user", "admin")
                .containsEntry("role", "admin")
                .doesNotContainKeys("channel", "evil");
    }

    @Test
    void aTokenMayHoldAnything() {
        as("otto")
                .body("{}")
                .post(BASE + "presets/a%2Fb%20c%3F%23%25/goto")
                .then()
                .statusCode(200);
        as("otto").get(BASE + "presets/..%2F..%2Fyard/picture.jpg?v=3").then().statusCode(200);
        as("otto").delete(BASE + "presets/%E2%82%AC%2F").then().statusCode(200);
        assertThat(asked())
                .containsExactly(
                        "POST /internal/ptz/cameras/gate/ptz/presets/a%2Fb%20c%3F%23%25/goto",
                        "GET /internal/ptz/cameras/gate/ptz/presets/..%2F..%2Fyard/picture.jpg?v=3",
                        "DELETE /internal/ptz/cameras/gate/ptz/presets/%E2%82%AC%2F");
    }

    @Test
    void aPictureKeepsItsTypeAndIsNotSentTwice() {
        var picture = as("vera").get(BASE + "presets/1/picture.jpg");
        picture.then()
                .statusCode(200)
                .header("Content-Type", equalTo("image/jpeg"))
                .header("Cache-Control", equalTo("private, max-age=60"));
        as("vera")
                .header("If-None-Match", picture.header("ETag"))
                .get(BASE + "presets/1/picture.jpg")
                .then()
                .statusCode(304);
    }

    @Test
    void somebodyElsesLeaseIsSaid() {
        House.ptz("{\"leased\": true}");
        move("{\"pan\": 1}")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("Anna is moving"), "instance", equalTo(BASE + "move"));
    }

    @Test
    void whoIsNotTheOwnerNamesTheOwner() {
        var other = House.otherPtz();
        House.ptz("{\"owner\": \"" + other + "\"}");
        move("{\"pan\": 1}").then().statusCode(200);
        as("otto").post(BASE + "stop").then().statusCode(200);
        assertThat(House.ptzCalls(other))
                .extracting(call -> call.get("uri"))
                .containsExactly("/internal/ptz/cameras/gate/ptz/move", "/internal/ptz/cameras/gate/ptz/stop");
    }

    @Test
    void aCameraThatNobodyHasIsNotAvailableAndNobodyHearsWhereProcessesRun() {
        House.ptz("{\"owner\": \"" + House.url() + "\"}");
        move("{\"pan\": 1}")
                .then()
                .statusCode(503)
                .body("$", not(hasKey("fields")))
                .body(not(containsString(House.url())));
    }

    @Test
    void theOwnerIsAskedDirectlyAndSomebodyElseWhenItIsGone() {
        var other = House.otherPtz();
        House.head(outbox, "gate", other, 3, false);
        await().atMost(Duration.ofSeconds(15)).until(() -> {
            move("{\"pan\": 1}");
            return !House.ptzCalls(other).isEmpty();
        });
        House.ptz("{}");
        House.head(outbox, "gate", "http://127.0.0.1:1", 4, false);
        await().atMost(Duration.ofSeconds(15)).until(() -> {
            move("{\"pan\": 1}").then().statusCode(200);
            return !House.ptzCalls().isEmpty();
        });
        // A preset could be saved twice: nobody but the owner is asked.
        as("otto").body("{\"name\": \"x\"}").post(BASE + "presets").then().statusCode(503);
        as("otto").body("{}").post(BASE + "stop").then().statusCode(200);
        outbox.delete(Topic.PTZ, "gate");
    }

    @Test
    void everythingThatIsDoneIsRememberedAndAHoldOnce() {
        var heard = new CopyOnWriteArrayList<AuditEvent>();
        var before = Instant.now().minusSeconds(1);
        Visitors.freshToken("otto-rest");
        try (var following = events.follow(Topic.AUDIT, From.START, (key, event) -> heard.add(event))) {
            as("otto-rest").body("{}").post(BASE + "move");
            House.ptz("{\"renewed\": true}");
            as("otto-rest").body("{}").post(BASE + "move");
            House.ptz("{}");
            as("otto-rest").body("{}").post(BASE + "home");
            as("otto-rest").body("{}").post(BASE + "patrols/p/start");
            as("otto-rest").body("{\"code\": \"123456\"}").post("/api/devices/bridge/verify-code");
            as("otto-rest").body("{}").post(BASE + "stop");
            House.ptz("{\"leased\": true}");
            as("otto-rest").body("{}").post(BASE + "move").then().statusCode(409);
            House.ptz("{\"owner\": \"" + House.url() + "\"}");
            as("otto-rest").body("{}").post(BASE + "presets/1/goto").then().statusCode(503);
            await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(heard)
                    .filteredOn(event ->
                            event.who().equals("otto-rest") && !event.action().startsWith("session"))
                    .extracting(event -> event.action() + " " + event.target() + " " + event.result())
                    .containsExactlyInAnyOrder(
                            "ptz.move gate ok",
                            "ptz.home gate ok",
                            "ptz.patrol.start gate ok",
                            "device.verify-code bridge null",
                            "ptz.move gate conflict",
                            "ptz.preset.goto gate unavailable",
                            "ptz.stop gate ok"));
            assertThat(heard)
                    .filteredOn(event -> event.who().equals("otto-rest"))
                    .allSatisfy(event -> {
                        assertThat(event.from()).isEqualTo("127.0.0.1");
                        assertThat(event.at()).isBetween(before, Instant.now());
                    });
            assertThat(heard).noneMatch(event -> event.toString().contains("123456"));
            following.close();
        } finally {
            Visitors.admin().delete("/api/users/otto-rest");
        }
    }

    @Test
    void theDescriptionHasAnExampleOfEachBody() {
        var description =
                Visitors.admin().accept("application/json").get("/q/openapi").jsonPath();
        for (var path : List.of("move", "position", "step", "presets", "patrols", "lease")) {
            assertThat(description.getMap(
                            "paths.'/api/cameras/{id}/ptz/" + path + "'.post.requestBody.content.'application/json'"))
                    .as(path)
                    .containsKeys("schema", "examples");
        }
        assertThat(
                        description.getString(
                                "paths.'/api/cameras/{id}/ptz/status'.get.responses.'200'.content.'application/json'.schema.'$ref'"))
                .isEqualTo("#/components/schemas/PtzStatus");
        assertThat(description.getList("paths.'/api/cameras/{id}/ptz/presets/{preset}'.delete.parameters.name"))
                .contains("id", "preset");
    }
}
