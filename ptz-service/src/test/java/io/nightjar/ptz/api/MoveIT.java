// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.api;

import static io.nightjar.ptz.api.PtzApi.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.head.ScriptedDriver;
import io.nightjar.testing.WithKafka;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ScriptedHeads.class)
@WithKafka
class MoveIT {

    /** Timed: nothing in these tests depends on how quickly the next call comes. */
    private static final String LEFT = "{\"pan\":-0.5,\"press\":1,\"timeoutMs\":5000}";

    private static final String RIGHT = "{\"pan\":0.5,\"press\":1,\"timeoutMs\":5000}";
    private static final String STOP = "{\"press\":1}";

    @Inject
    PtzApi api;

    @Inject
    ScriptedDrivers drivers;

    private final String camera = "dome-" + UUID.randomUUID().toString().substring(0, 8);
    private ScriptedDriver driver;

    @BeforeEach
    void register() {
        driver = drivers.driver(camera);
        api.register(camera, Capability.PTZ);
    }

    @AfterEach
    void remove() {
        api.remove(camera);
    }

    @Test
    void holdingMovesAndLettingGoStops() {
        api.post(camera, "move", LEFT)
                .statusCode(200)
                .body("driver", equalTo("onvif"))
                .body("renewed", equalTo(false))
                .body("ms", greaterThanOrEqualTo(0));
        api.post(camera, "move", LEFT).statusCode(200).body("renewed", equalTo(true));
        api.get(camera, "status")
                .body("moving", equalTo(true))
                .body("lease.holder", equalTo("Anna"))
                .body("lease.until", notNullValue())
                .body("abilities.panTilt", equalTo(true))
                .body("position.pan", equalTo(0.25f))
                .body("error", nullValue());
        api.post(camera, "stop", STOP).statusCode(200).body("renewed", equalTo(false));
        assertThat(driver.told()).containsSubsequence("move -0.5 0.0 0.0", "stop");
        assertThat(driver.moves()).isFalse();
        api.post(camera, "move", LEFT).statusCode(200).body("ignored", equalTo(true));
        assertThat(driver.moves()).isFalse();
        api.get(camera, "status").body("moving", equalTo(false));
    }

    @Test
    void aStopOvertakesASlowMove() throws ExecutionException, InterruptedException {
        driver.holdBack("move");
        var move = CompletableFuture.supplyAsync(() -> api.post(camera, "move", LEFT), Thread::startVirtualThread);
        await().atMost(SOON).until(() -> driver.count("move") == 1);
        api.post(camera, "stop", STOP).statusCode(200);
        driver.let("move");
        move.get().statusCode(200);
        await().atMost(SOON).until(() -> driver.count("stop") >= 2 && !driver.moves());
    }

    @Test
    void whoIsSilentMovesNothing() {
        api.post(camera, "move", "{\"tilt\":1,\"press\":1}").statusCode(200);
        await().atMost(SOON).until(() -> driver.count("stop") == 1 && !driver.moves());
    }

    @Test
    void aPageThatIsGoneMovesNothing() {
        api.post(camera, "move", LEFT).statusCode(200);
        api.post("Anna", "operator", "page-b", camera, "closed", "{}").statusCode(200);
        assertThat(driver.moves()).isTrue();
        api.post(camera, "closed", "{}").statusCode(200);
        assertThat(driver.moves()).isFalse();
        api.post(camera, "move", "{\"pan\":1,\"press\":2}").body("ignored", equalTo(true));
    }

    @Test
    void twoPeopleDoNotFight() {
        api.post(camera, "move", LEFT).statusCode(200);
        bob("move", RIGHT)
                .statusCode(409)
                .body("detail", allOf(startsWith("Anna is moving this camera; it is free in "), containsString(" s.")))
                .body("hint", notNullValue());
        // Letting go of what was refused is no wish to stop somebody else.
        bob("stop", STOP).statusCode(200).body("renewed", equalTo(true));
        assertThat(driver.moves()).isTrue();
        bob("stop", "{}").statusCode(200);
        assertThat(driver.moves()).isFalse();
        api.post(camera, "move", LEFT).body("ignored", equalTo(true));
        bob("lease", "{\"seconds\":60}").statusCode(409);
        bob("lease", "{\"seconds\":60,\"take\":true}").statusCode(403);
        api.post("Carl", "admin", "page-c", camera, "lease", "{\"seconds\":60,\"take\":true}")
                .statusCode(200)
                .body("holder", equalTo("Carl"));
        api.post(camera, "move", "{\"pan\":1,\"press\":7}").statusCode(409).body("detail", startsWith("Carl is"));
        api.delete(camera, "lease").statusCode(409);
    }

    @Test
    void aHeadThatIsSentSomewhereGoesThere() {
        api.post(camera, "home", "{}").statusCode(200);
        api.post(camera, "position", "{\"pan\":0.1,\"tilt\":-0.2,\"zoom\":0.3}").statusCode(200);
        api.post(camera, "step", "{\"pan\":0.1}").statusCode(200);
        api.put(camera, "home", "{}").statusCode(204);
        assertThat(driver.told()).containsSubsequence("home", "moveTo 0.1 -0.2 0.3", "moveBy 0.1 0.0 0.0", "setHome");
    }

    @Test
    void whatCannotBeIsSaidFieldByField() {
        api.post(camera, "move", "{\"pan\":2,\"tilt\":\"up\",\"timeoutMs\":90000}")
                .statusCode(400)
                .body("fields.pan", containsString("from -1 to 1"))
                .body("fields.tilt", containsString("number"))
                .body("fields.timeoutMs", containsString("5000"));
        api.post(camera, "position", "{\"pan\":0}").statusCode(400).body("fields.tilt", containsString("missing"));
        api.post(camera, "lease", "{\"seconds\":301}").statusCode(400).body("fields.seconds", containsString("300"));
        api.post(camera, "move", "[]").statusCode(400);
        api.post(camera, "move", "{\"focus\":1}")
                .statusCode(501)
                .body("detail", equalTo("This camera cannot change its focus."));
        assertThat(driver.count("move")).isZero();
    }

    @Test
    void whatTheCameraRefusesIsSaid() {
        driver.fail("move", ErrorKind.AUTH);
        api.post(camera, "move", LEFT)
                .statusCode(409)
                .body("detail", equalTo("The camera refused to move."))
                .body("hint", containsString("password"))
                .body("fields.error", equalTo("auth"));
        api.get(camera, "status").body("error", equalTo("auth")).body("reason", notNullValue());
        driver.mend("move");
        driver.fail("stop", ErrorKind.RESET);
        api.post(camera, "move", "{\"pan\":1,\"press\":2,\"timeoutMs\":5000}").statusCode(200);
        api.post(camera, "stop", "{\"press\":2}").statusCode(502).body("title", containsString("not confirmed"));
        driver.mend("stop");
        await().atMost(SOON).until(() -> !driver.moves());
    }

    @Test
    void aCameraWithoutAMotorIsRefusedWithTheReason() {
        var fixed = camera + "-fixed";
        api.register(fixed, Capability.STREAMING);
        await().atMost(SOON).until(() -> api.post(fixed, "move", LEFT).extract().statusCode() == 409);
        api.post(fixed, "stop", STOP)
                .statusCode(409)
                .body("detail", containsString("ptz is not among its capabilities"))
                .body("hint", containsString("add ptz"));
    }

    private ValidatableResponse bob(String path, String body) {
        return api.post("Bob", "operator", "page-b", camera, path, body);
    }
}
