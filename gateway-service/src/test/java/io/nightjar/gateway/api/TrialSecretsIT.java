// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.nightjar.contracts.stream.StreamState;
import io.nightjar.gateway.House;
import io.nightjar.gateway.Visitors;
import io.nightjar.gateway.WithGateway;
import io.nightjar.kit.Home;
import io.nightjar.kit.Outbox;
import io.nightjar.kit.secrets.SecretsFile;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which secrets an ingest process is given, or may look for, when a stored camera is tried out as it might become. */
@QuarkusTest
@WithGateway
class TrialSecretsIT {
    private static final String FULL = changed(
            "10.9.9.9",
            ", \"credentials\": {\"username\": \"u\", \"password\": \"canary-login\","
                    + " \"apiUser\": \"a\", \"apiPassword\": \"canary-api\"}");

    @Inject
    Outbox outbox;

    @Inject
    Home home;

    @BeforeEach
    void anIngestProcessIsHeard() {
        House.report(outbox, "gate/sub", StreamState.Name.LIVE);
    }

    @AfterEach
    void remove() {
        Visitors.admin().delete("/api/cameras/half");
    }

    /** As somebody of their own, since nobody may try more than a few within a minute. */
    private static Response test(String tester, String json) {
        return Visitors.as(tester).contentType("application/json").body(json).post("/api/cameras/test");
    }

    private static Response put(String json) {
        return Visitors.admin().contentType("application/json").body(json).put("/api/cameras/half");
    }

    private static void create(String camera) {
        Visitors.admin()
                .contentType("application/json")
                .body(camera)
                .post("/api/cameras")
                .then()
                .statusCode(201);
    }

    private static String changed(String host, String credentials) {
        return "{\"id\": \"half\", \"vendor\": \"reolink\", \"host\": \"" + host + "\"" + credentials + "}";
    }

    @Test
    void whatIsOnlyPartlyGivenIsTriedAsItWouldBeSaved() {
        create(FULL);
        var cases = List.of(
                // The same user without a password keeps it; another user does not get it.
                "{\"username\": \"u\", \"password\": \"\"}",
                "{\"username\": \"other\"}",
                "{\"username\": \"other\", \"password\": \"new\"}",
                "{\"apiUser\": \"b\", \"apiPassword\": \"new\"}",
                "{\"apiUser\": null}",
                "{\"username\": null}");
        for (var credentials : cases) {
            var body = changed("10.9.9.9", ", \"credentials\": " + credentials);
            var answer = test("ada-2", body);
            answer.then().statusCode(200).body("remark", nullValue()).body(not(containsString("canary")));
            var tried = House.trial();
            assertThat(tried.getString("camera.credentialRef")).isNull();
            put(body).then().statusCode(200);
            var saved = SecretsFile.of(home).find("camera:half").orElseThrow();
            assertThat(tried.getString("credentials.username")).as(credentials).isEqualTo(saved.username());
            assertThat(tried.getString("credentials.password")).as(credentials).isEqualTo(saved.password());
            assertThat(tried.<Object>get("credentials.named")).as(credentials).isEqualTo(saved.named());
            put(FULL);
        }
    }

    @Test
    void halfAPairIsRefusedAtItsFieldAsItIsOnSaving() {
        create(changed("10.9.9.9", ""));
        var half = changed("10.9.9.9", ", \"credentials\": {\"apiUser\": \"a\"}");
        test("ada-2", half).then().statusCode(400).body("fields", hasKey("credentials.apiPassword"));
        put(half).then().statusCode(400).body("fields", hasKey("credentials.apiPassword"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"vendor\": \"reolink\", \"host\": \"10.9.9.66\"",
                "\"vendor\": \"reolink\", \"host\": \"10.9.9.66\", \"credentials\": {\"username\": \"u\"}",
                "\"vendor\": \"reolink\", \"host\": \"10.9.9.66\","
                        + " \"credentials\": {\"apiUser\": \"b\", \"apiPassword\": \"typed\"}",
                "\"vendor\": \"reolink\", \"host\": \"10.9.9.9\","
                        + " \"streams\": {\"sub\": {\"url\": \"rtsp://10.9.9.66/{password}\"}}",
                "\"vendor\": \"reolink\", \"host\": \"10.9.9.9\","
                        + " \"streams\": {\"main\": {\"alternatives\": [\"rtmp://10.9.9.66/a\"]}}",
                "\"vendor\": \"reolink\", \"device\": \"nvr\", \"channel\": \"1\", \"host\": \"10.9.9.66\"",
                "\"url\": \"rtsp://10.9.9.66/a\"",
                "\"url\": \"rtsp://10.9.9.9:554@10.9.9.66/a\""
            })
    void whatIsStoredIsNeverSentToAnotherHost(String change) {
        create(FULL);
        test("ada-1", "{\"id\": \"half\", " + change + "}")
                .then()
                .statusCode(200)
                .body("remark", containsString("Type the password again"));
        var tried = House.trial();
        assertThat(tried.prettify()).contains("10.9.9.66").doesNotContain("canary");
        assertThat(tried.getString("camera.credentialRef")).isNull();
        // Not null, or ingest would look for some.
        assertThat(tried.getMap("credentials")).containsKey("username");
    }

    @Test
    void theRemarkIsOnlyMadeWhereSomethingIsMissing() {
        create(changed("10.9.9.9", ", \"credentials\": {\"username\": \"u\", \"password\": \"canary-login\"}"));
        var typed = ", \"credentials\": {\"username\": \"u\", \"password\": \"typed\"}";
        for (var body : List.of(
                changed("10.9.9.66", typed),
                changed("10.9.9.66", ", \"credentials\": null"),
                changed("10.9.9.9", ""),
                changed("10.9.9.9", ", \"ports\": {\"http\": 8080}"))) {
            test("ada-2", body)
                    .then()
                    .statusCode(200)
                    .body("$", hasKey("remark"))
                    .body("remark", nullValue());
        }
        assertThat(House.trial().getString("camera.credentialRef")).isEqualTo("camera:half");
    }

    @Test
    void theSecretsOfADeviceAreNotSentElsewhereEither() {
        test("ada-2", "{\"vendor\": \"reolink\", \"device\": \"nvr\", \"channel\": \"1\", \"host\": \"10.9.9.66\"}")
                .then()
                .statusCode(200)
                .body("remark", containsString("Type the password again"));
        assertThat(House.trial().getMap("credentials")).containsEntry("username", "");
        assertThat(House.trial().prettify()).doesNotContain("canary");
    }

    @Test
    void anIdThatTheEnvironmentWritesAlikeIsNotAWayAround() {
        test("ada-2", "{\"id\": \"GATE\", \"url\": \"rtsp://10.9.9.66/a\"}")
                .then()
                .statusCode(200);
        assertThat(House.trial().getMap("credentials")).containsEntry("username", "");
    }
}
