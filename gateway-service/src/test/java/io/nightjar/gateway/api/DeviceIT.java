// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.nightjar.contracts.event.Topic;
import io.nightjar.gateway.House;
import io.nightjar.gateway.Visitors;
import io.nightjar.gateway.WithGateway;
import io.nightjar.kit.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithGateway
class DeviceIT {
    @Inject
    Outbox outbox;

    private static final String HOUSE = "{\"id\": \"house\", \"vendor\": \"unifi\", \"host\": \"10.9.9.1\"";

    private static Response create(String json) {
        return Visitors.admin().contentType("application/json").body(json).post("/api/devices");
    }

    private static Response put(String id, String json) {
        return Visitors.admin().contentType("application/json").body(json).put("/api/devices/" + id);
    }

    @Test
    void aDeviceIsAddedChangedUsedAndRemoved() {
        create(HOUSE + ", \"credentials\": {\"username\": \"u\", \"password\": \"canary\", \"apiKey\": \"canary\"}}")
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/devices/house"))
                .body("origin", equalTo("api"), "editable", equalTo(true), "hasCredentials", equalTo(true))
                .body("certificate", nullValue(), "$", not(hasKey("credentials")))
                .body(not(containsString("canary")));
        create(HOUSE + "}").then().statusCode(409);
        var tag = Visitors.admin().get("/api/devices/house").header("ETag");
        put("house", "{\"vendor\": \"unifi\", \"host\": \"10.9.9.2\"}")
                .then()
                .statusCode(200)
                .body("host", equalTo("10.9.9.2"), "hasCredentials", equalTo(true));
        Visitors.admin()
                .contentType("application/json")
                .header("If-Match", tag)
                .body(HOUSE + "}")
                .put("/api/devices/house")
                .then()
                .statusCode(409);
        put("house", HOUSE + ", \"credentials\": null}").then().body("hasCredentials", equalTo(false));
        Visitors.admin()
                .contentType("application/json")
                .body("{\"id\": \"hall\", \"vendor\": \"unifi\", \"device\": \"house\","
                        + " \"streams\": {\"main\": {\"url\": \"rtsp://10.9.9.1:7447/x\"}}}")
                .post("/api/cameras")
                .then()
                .statusCode(201);
        Visitors.admin().get("/api/devices/house").then().body("cameras", equalTo(List.of("hall")));
        Visitors.admin().delete("/api/devices/house").then().statusCode(409).body("detail", containsString("hall"));
        Visitors.admin().delete("/api/cameras/hall").then().statusCode(204);
        Visitors.admin().delete("/api/devices/house").then().statusCode(204);
        Visitors.admin().get("/api/devices/house").then().statusCode(404);
    }

    @Test
    void whatAViewGaveIsAcceptedBack() {
        create(HOUSE.replace("house", "echo") + ", \"maxSessions\": 4}").then().statusCode(201);
        var view = Visitors.admin().get("/api/devices/echo").asString();
        put("echo", view).then().statusCode(200).body("$", not(hasKey("warnings")), "maxSessions", equalTo(4));
        Visitors.admin().delete("/api/devices/echo").then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "169.254.169.254",
                "2130706433",
                "0.0.0.0",
                "10.9.9.1:80",
                "u@10.9.9.1",
                "10.9.9.1/x"
            })
    void addressesThatAreNoConsolesAreRefused(String host) {
        create("{\"id\": \"ssrf\", \"vendor\": \"unifi\", \"host\": \"" + host + "\"}")
                .then()
                .statusCode(400)
                .body("fields", hasKey("host"));
    }

    @Test
    void aWrongFieldIsNamedWithTheAllowedValues() {
        create("{\"id\": \"x y\", \"vendor\": \"acme\"}")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("fields.vendor", containsString("unifi"), "fields", hasKey("id"), "fields", hasKey("host"));
        create("").then().statusCode(400);
        create("[]").then().statusCode(400);
        put("nvr", "{\"id\": \"other\", \"vendor\": \"unifi\", \"host\": \"10.9.9.1\"}")
                .then()
                .statusCode(400);
    }

    @Test
    void devicesOfTheOperatorsFileAreShownAndNotChanged() {
        Visitors.admin()
                .get("/api/devices")
                .then()
                .body("items.id", hasItem("nvr"), "next", nullValue())
                .body(not(containsString("canary")));
        Visitors.admin().get("/api/devices/nvr").then().body("origin", equalTo("file"), "editable", equalTo(false));
        put("nvr", "{\"vendor\": \"reolink\", \"host\": \"10.9.9.1\"}").then().statusCode(409);
        Visitors.admin().delete("/api/devices/nvr").then().statusCode(409);
    }

    @Test
    void onlyAdministratorsSeeDevices() {
        Visitors.as("otto").get("/api/devices").then().statusCode(403);
        Visitors.as("vic").get("/api/devices/nvr").then().statusCode(403);
        Visitors.nobody().get("/api/devices").then().statusCode(401);
    }

    private static Response unlock(String visitor, String device, String what, String json) {
        return Visitors.as(visitor)
                .contentType("application/json")
                .body(json)
                .post("/api/devices/" + device + "/" + what);
    }

    @Test
    void operatorsGiveABridgeItsCodeAndViewersDoNot() {
        House.ptz("{}");
        unlock("otto", "bridge", "verify-code", "{\"code\": \" 123456 \"}")
                .then()
                .statusCode(200);
        unlock("otto", "bridge", "captcha", "{\"text\": \"f7kq\", \"more\": 1}")
                .then()
                .statusCode(200);
        assertThat(House.ptzCalls())
                .extracting(call -> call.get("uri") + " " + call.get("body") + " " + call.get("user"))
                .containsExactly(
                        "/internal/ptz/devices/bridge/verify-code {\"code\":\"123456\"} otto",
                        "/internal/ptz/devices/bridge/captcha {\"text\":\"f7kq\"} otto");
        unlock("vic", "bridge", "verify-code", "{\"code\": \"123456\"}").then().statusCode(403);
        unlock("otto", "bridge", "verify-code", "{}").then().statusCode(400).body("fields", hasKey("code"));
        unlock("otto", "attic", "verify-code", "{\"code\": \"1\"}").then().statusCode(404);
    }

    @Test
    void aBridgeIsShownWithWhatItAsksForAndIsAnsweredWhereItAsks() {
        var picture = "data:image/png;base64,AAAA";
        var other = House.otherPtz();
        House.ptz("{\"devices\": [{\"device\": \"bridge\", \"vendor\": \"eufy\", \"connected\": false,"
                + " \"needs\": \"nothing\", \"captcha\": \"javascript:canary\", \"reason\": \"away\"},"
                + " {\"device\": \"nvr\", \"vendor\": \"reolink\"}]}");
        House.ptz(
                other,
                "{\"devices\": [{\"device\": \"bridge\", \"vendor\": \"eufy\", \"connected\": true,"
                        + " \"needs\": \"captcha\", \"captcha\": \"" + picture + "\"}]}");
        Visitors.as("otto")
                .get("/api/devices/bridge/bridge")
                .then()
                .statusCode(200)
                .body("needs", equalTo("nothing"), "captcha", nullValue(), "reason", equalTo("away"));
        House.head(outbox, "yard", other, 5, false);
        Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> Visitors.as("otto")
                .get("/api/devices/bridge/bridge")
                .then()
                .body("needs", equalTo("captcha"), "captcha", equalTo(picture), "$", not(hasKey("instance"))));
        Visitors.admin()
                .get("/api/devices")
                .then()
                .body("items.find { it.id == 'bridge' }.bridge.connected", equalTo(true))
                .body("items.find { it.id == 'nvr' }", not(hasKey("bridge")));
        unlock("otto", "bridge", "captcha", "{\"text\": \"f7kq\"}").then().statusCode(200);
        assertThat(House.ptzCalls(other))
                .extracting(call -> call.get("uri"))
                .containsExactly("/internal/ptz/devices/bridge/captcha");
        Visitors.as("vic").get("/api/devices/bridge/bridge").then().statusCode(403);
        Visitors.as("otto").get("/api/devices/nvr/bridge").then().statusCode(503);
        outbox.delete(Topic.PTZ, "yard");
        House.ptz("{}");
        House.ptz(other, "{}");
    }
}
