// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.event.CameraEntry;
import io.nightjar.contracts.event.Topic;
import io.nightjar.contracts.stream.Role;
import io.nightjar.kit.CameraDirectory;
import io.nightjar.kit.Outbox;
import io.nightjar.kit.ServiceInfo;
import io.nightjar.kit.ServiceToken;
import io.nightjar.testing.WithKafka;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
class PtzServiceIT {

    @Inject
    BeanManager beans;

    @Inject
    ServiceInfo info;

    @Inject
    ServiceToken token;

    @Inject
    Outbox outbox;

    @Inject
    CameraDirectory directory;

    @BeforeEach
    void registerTwoCameras() {
        outbox.send(Topic.CAMERAS, CameraEntry.of(camera("dome", Set.of(Capability.STREAMING, Capability.PTZ))));
        outbox.send(Topic.CAMERAS, CameraEntry.of(camera("gate", Set.of(Capability.STREAMING))));
        await().atMost(Duration.ofSeconds(30)).until(() -> directory.all().size() == 2 && directory.isCaughtUp());
    }

    @Test
    void itIsReadyAndSaysHowManyCamerasItKnows() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'ptz' }.data.cameras", equalTo(2))
                .body("checks.find { it.name == 'ptz' }.data.registry", equalTo("heard"))
                .body("checks.find { it.name == 'kafka' }.data.connected", equalTo(true));
    }

    @Test
    void aHeadThatNothingIsKnownOfIsRefusedWithAHint() {
        for (var command : new String[] {"move", "home", "presets/1/goto"}) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> post("dome", command).extract().path("fields.error") != null);
            post("dome", command)
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("fields.error", equalTo("config"))
                    .body("hint", containsString("Correct"));
        }
        get("dome", "status").statusCode(200).body("moving", equalTo(false)).body("error", equalTo("config"));
    }

    @Test
    void aCameraWithoutAMotorIsRefusedWithTheReason() {
        post("gate", "move")
                .statusCode(409)
                .body("kind", equalTo("conflict"))
                .body("detail", containsString("ptz is not among its capabilities"));
    }

    @Test
    void unknownCamerasAndCommandsAreNotFound() {
        post("nobody", "move").statusCode(404).body("kind", equalTo("not-found"));
        post("dome", "dance").statusCode(404);
    }

    @Test
    void whatMovesIsStoppedWhileEverythingElseOfTheProcessStillWorks() {
        assertThat(beans.resolveObserverMethods(new ShutdownEvent()))
                .extracting(ObserverMethod::getBeanClass)
                .contains(HeadStart.class);
    }

    @Test
    void withoutTheTokenNobodyIsHeard() {
        given().post(info.internalUrl() + "/internal/ptz/cameras/dome/ptz/move")
                .then()
                .statusCode(401);
        given().header("Authorization", token.bearer())
                .post("/internal/ptz/cameras/dome/ptz/move")
                .then()
                .statusCode(404);
    }

    private ValidatableResponse post(String camera, String command) {
        return given().header("Authorization", token.bearer())
                .contentType("application/json")
                .body("{\"pan\":1,\"tilt\":0,\"zoom\":0}")
                .post(info.internalUrl() + "/internal/ptz/cameras/" + camera + "/ptz/" + command)
                .then();
    }

    private ValidatableResponse get(String camera, String command) {
        return given().header("Authorization", token.bearer())
                .get(info.internalUrl() + "/internal/ptz/cameras/" + camera + "/ptz/" + command)
                .then();
    }

    private static CameraSpec camera(String id, Set<Capability> capabilities) {
        return new CameraSpec(
                CameraId.of(id),
                id,
                Vendor.GENERIC,
                null,
                null,
                null,
                Map.of(Role.MAIN, new StreamSpec("rtsp://127.0.0.1/main", Transport.AUTO, false, true)),
                capabilities,
                PtzSettings.NONE,
                false,
                null,
                Origin.FILE,
                Map.of());
    }
}
