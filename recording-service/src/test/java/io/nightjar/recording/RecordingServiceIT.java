// SPDX-License-Identifier: Apache-2.0
package io.nightjar.recording;

import static io.restassured.RestAssured.given;
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
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
class RecordingServiceIT {

    @Inject
    ServiceInfo info;

    @Inject
    ServiceToken token;

    @Inject
    Outbox outbox;

    @Inject
    CameraDirectory directory;

    @BeforeEach
    void registerACamera() {
        outbox.send(Topic.CAMERAS, CameraEntry.of(camera("gate", Set.of(Capability.STREAMING))));
        await().atMost(Duration.ofSeconds(30)).until(() -> directory.all().size() == 1 && directory.isCaughtUp());
    }

    @Test
    void itIsReadyAndSaysHowManyCamerasItKnows() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'recording' }.data.cameras", equalTo(1))
                .body("checks.find { it.name == 'recording' }.data.registry", equalTo("heard"));
    }

    @Test
    void everyQuestionIsAnsweredThatItIsNotSupportedYet() {
        for (var path :
                new String[] {"recordings", "recordings/r1", "cameras/gate/timeline", "cameras/gate/vod.m3u8"}) {
            service()
                    .get(info.internalUrl() + "/internal/recording/" + path)
                    .then()
                    .statusCode(501)
                    .contentType("application/problem+json")
                    .body("kind", equalTo("unsupported"))
                    .body("detail", containsString("cannot record yet"));
        }
        for (var path : new String[] {"cameras/gate/recording/start", "cameras/gate/recording/stop", "exports"}) {
            service()
                    .contentType("application/json")
                    .body("{}")
                    .post(info.internalUrl() + "/internal/recording/" + path)
                    .then()
                    .statusCode(501);
        }
    }

    @Test
    void anUnknownCameraIsNotFound() {
        service()
                .get(info.internalUrl() + "/internal/recording/cameras/nobody/timeline")
                .then()
                .statusCode(404)
                .body("kind", equalTo("not-found"));
    }

    @Test
    void withoutTheTokenNobodyIsHeard() {
        given().get(info.internalUrl() + "/internal/recording/recordings")
                .then()
                .statusCode(401);
        service().get("/internal/recording/recordings").then().statusCode(404);
    }

    private RequestSpecification service() {
        return given().header("Authorization", token.bearer());
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
