// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.device;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.event.CameraEntry;
import io.nightjar.contracts.event.Topic;
import io.nightjar.contracts.stream.Role;
import io.nightjar.kit.CameraDirectory;
import io.nightjar.kit.Home;
import io.nightjar.kit.Outbox;
import io.nightjar.kit.ServiceInfo;
import io.nightjar.kit.ServiceToken;
import io.nightjar.kit.secrets.SecretsFile;
import io.nightjar.simulators.unifi.ConsoleSwitch;
import io.nightjar.simulators.unifi.ProtectConsole;
import io.nightjar.testing.WithKafka;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
class DeviceSessionsIT {

    @Inject
    ServiceInfo info;

    @Inject
    ServiceToken token;

    @Inject
    Outbox outbox;

    @Inject
    CameraDirectory directory;

    @Inject
    Home home;

    private final String id = "console-" + UUID.randomUUID().toString().substring(0, 8);
    private ProtectConsole console;

    @BeforeEach
    void registerAConsole() {
        console = ProtectConsole.builder("console").cameras(2).start();
        SecretsFile.of(home).put(id, new Credentials("nightjar", "protect"));
        register(console.fingerprint());
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void twentyCamerasAreOneSignIn() throws Exception {
        var camera = console.cameras().getFirst();
        get("/cameras")
                .statusCode(200)
                .body("", hasSize(2))
                .body("[0].id", equalTo(camera.id()))
                .body("[0].qualities[0].alias", equalTo(camera.alias(Role.MAIN).orElseThrow()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 20)
                    .<Future<Response>>mapToObj(
                            number -> threads.submit(() -> get("/cameras/" + camera.id() + "/snapshot.jpg")
                                    .extract()
                                    .response()))
                    .toList();
            for (var each : all) {
                assertThat(each.get().statusCode()).isEqualTo(200);
                assertThat(each.get().contentType()).isEqualTo("image/jpeg");
            }
        }
        assertThat(console.logins()).isEqualTo(1);
        given().get("/q/metrics").then().body(containsString("nightjar_device_logins"));
    }

    @Test
    void recyclingBeginsANewSessionThatNobodyNotices() {
        get("/cameras").statusCode(200);
        post("/internal/ptz/devices/" + id + "/recycle").statusCode(204);
        post("/internal/ptz/devices/recycle").statusCode(204);
        get("/cameras").statusCode(200);
        assertThat(console.logins()).isEqualTo(2);
    }

    @Test
    void aNewPasswordIsTriedAtOnceAndARefusedOneIsNotTriedAgain() {
        SecretsFile.of(home).put(id, new Credentials("nightjar", "wrong"));
        for (int attempt = 0; attempt < 5; attempt++) {
            get("/cameras")
                    .statusCode(409)
                    .body("detail", containsString("refused the user or the password"))
                    .body("fields.error", equalTo("auth"));
        }
        assertThat(console.wrongPasswords()).isEqualTo(1);

        SecretsFile.of(home).put(id, new Credentials("nightjar", "protect"));
        get("/cameras").statusCode(200);
    }

    @Test
    void anotherDevicesNewPasswordIsNoReasonToSignInAnew() {
        get("/cameras").statusCode(200);
        SecretsFile.of(home).put("somebody", new Credentials("else", "canary"));
        get("/cameras/" + console.cameras().getFirst().id() + "/snapshot.jpg").statusCode(200);
        assertThat(console.logins()).isEqualTo(1);
    }

    @Test
    void failuresOfTheConsoleAreSaid() {
        console.turnOn(ConsoleSwitch.SECOND_FACTOR);
        get("/cameras").statusCode(409).body("detail", containsString("second factor"));
        register("00".repeat(32));
        get("/cameras").statusCode(502).body("fields.error", equalTo("tls"));
    }

    @Test
    void nobodyElseIsAnswered() {
        given().get(info.internalUrl() + "/internal/ptz/devices/" + id + "/cameras")
                .then()
                .statusCode(401);
        given().header("Authorization", token.bearer())
                .get(info.internalUrl() + "/internal/ptz/devices/nothing/cameras")
                .then()
                .statusCode(404);
        get("/cameras/..%2fx/snapshot.jpg").statusCode(404);
    }

    private void register(String fingerprint) {
        var device = new DeviceSpec(
                new DeviceId(id),
                Vendor.UNIFI,
                "127.0.0.1",
                id,
                null,
                Map.copyOf(console.ports()),
                fingerprint,
                Origin.FILE);
        outbox.send(Topic.CAMERAS, CameraEntry.of(device));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        directory.findDevice(device.id()).filter(device::equals).isPresent());
    }

    private ValidatableResponse get(String path) {
        return given().header("Authorization", token.bearer())
                .get(info.internalUrl() + "/internal/ptz/devices/" + id + path)
                .then();
    }

    private ValidatableResponse post(String path) {
        return given().header("Authorization", token.bearer())
                .post(info.internalUrl() + path)
                .then();
    }
}
