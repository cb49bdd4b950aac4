// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.device;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.event.CameraEntry;
import io.nightjar.contracts.event.Topic;
import io.nightjar.kit.CameraDirectory;
import io.nightjar.kit.Outbox;
import io.nightjar.kit.ServiceInfo;
import io.nightjar.kit.ServiceToken;
import io.nightjar.simulators.eufy.BridgeCamera;
import io.nightjar.simulators.eufy.EufyBridgeSimulator;
import io.nightjar.simulators.head.Head;
import io.nightjar.testing.WithKafka;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
class BridgesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SERIAL = "T8416P0012345678";

    @Inject
    ServiceInfo info;

    @Inject
    ServiceToken token;

    @Inject
    Outbox outbox;

    @Inject
    CameraDirectory directory;

    @Inject
    BridgeStates states;

    private final String id = "bridge-" + UUID.randomUUID().toString().substring(0, 8);
    private final Head head = new Head(Clock.systemUTC());
    private EufyBridgeSimulator simulator;

    @BeforeEach
    void registerABridge() {
        simulator = EufyBridgeSimulator.builder()
                .camera(BridgeCamera.turning(SERIAL, "Porch", head))
                .captcha("0815")
                .code("4711")
                .start();
        register(simulator.port());
    }

    @AfterEach
    void forget() {
        outbox.delete(Topic.CAMERAS, "device:" + id);
        simulator.close();
    }

    @Test
    void anOperatorTypesOffThePictureAndEntersTheCode() {
        var told = new CopyOnWriteArrayList<DeviceId>();
        states.listen(told::add);
        var asking = awaitBridge(bridge -> "captcha".equals(bridge.get("needs")));
        assertThat((String) asking.get("captcha")).startsWith("data:image/png;base64,");
        assertThat(asking).containsEntry("vendor", "eufy").containsEntry("connected", false);

        post("verify-code", Map.of("code", "4711")).statusCode(409).body("detail", containsString("waits for no code"));
        post("captcha", Map.of("text", "9999")).statusCode(200).body("needs", equalTo("captcha"));
        post("captcha", Map.of("text", " 0815 "))
                .statusCode(200)
                .body("needs", equalTo("verify-code"))
                .body("reason", containsString("waits for the code"));
        post("verify-code", Map.of("code", "4711"))
                .statusCode(200)
                .body("needs", equalTo("nothing"))
                .body("connected", equalTo(true))
                .body("error", equalTo(null));

        assertThat(told).contains(new DeviceId(id));
        given().get("/q/metrics").then().body(containsString("nightjar_bridge_ready"));
    }

    @Test
    void aBridgeThatIsGoneIsSaidAndComesBack() {
        awaitBridge(bridge -> "captcha".equals(bridge.get("needs")));
        simulator.stop();
        var gone = awaitBridge(bridge -> "refused".equals(bridge.get("error")));
        assertThat((String) gone.get("reason")).contains("is not running at 127.0.0.1:" + simulator.port());
        post("captcha", Map.of("text", "0815")).statusCode(502);
        simulator.start();
        given().header("Authorization", token.bearer())
                .post(info.internalUrl() + "/internal/ptz/devices/" + id + "/recycle")
                .then()
                .statusCode(204);
        awaitBridge(bridge -> "captcha".equals(bridge.get("needs")));
    }

    @Test
    void headsHearAtOnceOfTheirBridge() {
        var camera = "porch-" + id;
        outbox.send(Topic.CAMERAS, CameraEntry.of(porch(camera)));
        await().atMost(PATIENCE).until(() -> status(camera), status -> String.valueOf(status.get("reason"))
                .contains("type off"));
        move(camera).statusCode(greaterThanOrEqualTo(400)).body("detail", containsString("type off"));

        awaitBridge(bridge -> "captcha".equals(bridge.get("needs")));
        post("captcha", Map.of("text", "0815")).statusCode(200);
        post("verify-code", Map.of("code", "4711")).statusCode(200);
        await().atMost(PATIENCE)
                .until(
                        () -> status(camera),
                        status -> status.get("error") == null && "eufy".equals(status.get("driver")));
        // Held on from before the bridge was signed in, it would be the refused press still.
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> move(camera).extract().statusCode() == 200);
        assertThat(head.commands().texts()).contains("step right");

        simulator.kill();
        await().atMost(PATIENCE).until(() -> status(camera), status -> String.valueOf(status.get("reason"))
                .contains("Eufy bridge"));
        outbox.delete(Topic.CAMERAS, camera);
    }

    private ValidatableResponse move(String camera) {
        return given().header("Authorization", token.bearer())
                .header("X-Nightjar-User", "anna")
                .header("X-Nightjar-Role", "operator")
                .contentType("application/json")
                .body("{\"pan\":1,\"tilt\":0,\"zoom\":0}")
                .post(info.internalUrl() + "/internal/ptz/cameras/" + camera + "/ptz/move")
                .then();
    }

    private Map<String, Object> status(String camera) {
        var answer = given().header("Authorization", token.bearer())
                .header("X-Nightjar-User", "anna")
                .header("X-Nightjar-Role", "operator")
                .get(info.internalUrl() + "/internal/ptz/cameras/" + camera + "/ptz/status");
        return answer.statusCode() == 200 ? answer.jsonPath().getMap("") : Map.of();
    }

    private CameraSpec porch(String camera) {
        return new CameraSpec(
                CameraId.of(camera),
                "Porch",
                Vendor.EUFY,
                "127.0.0.1",
                new DeviceId(id),
                SERIAL,
                Map.of(),
                Set.of(Capability.PTZ),
                PtzSettings.NONE,
                false,
                null,
                Origin.FILE,
                Map.of());
    }

    @Test
    void whatNobodyTypedIsRefused() {
        post("captcha", Map.of()).statusCode(400);
        post("verify-code", Map.of("code", "1".repeat(65))).statusCode(400);
        given().header("Authorization", token.bearer())
                .contentType("application/json")
                .body(Map.of("text", "1"))
                .post(info.internalUrl() + "/internal/ptz/devices/nothing/captcha")
                .then()
                .statusCode(404);
        given().contentType("application/json")
                .body(Map.of("text", "1"))
                .post(info.internalUrl() + "/internal/ptz/devices/" + id + "/captcha")
                .then()
                .statusCode(401);
    }

    private Map<String, Object> awaitBridge(Predicate<Map<String, Object>> wanted) {
        return await().atMost(PATIENCE).until(this::bridge, found -> !found.isEmpty() && wanted.test(found));
    }

    /** Empty while it is not known. */
    private Map<String, Object> bridge() {
        @Nullable
        Map<String, Object> found = new JsonPath(given().header("Authorization", token.bearer())
                        .get(info.internalUrl() + "/internal/ptz/devices")
                        .asString())
                .getMap("find { it.device == '" + id + "' }");
        return found == null ? Map.of() : new HashMap<>(found);
    }

    private ValidatableResponse post(String what, Map<String, String> body) {
        return given().header("Authorization", token.bearer())
                .contentType("application/json")
                .body(body)
                .post(info.internalUrl() + "/internal/ptz/devices/" + id + "/" + what)
                .then();
    }

    private void register(int port) {
        var device = new DeviceSpec(
                new DeviceId(id), Vendor.EUFY, "127.0.0.1", null, null, Map.of(Ports.BRIDGE, port), null, Origin.FILE);
        outbox.send(Topic.CAMERAS, CameraEntry.of(device));
        await().atMost(PATIENCE)
                .until(() ->
                        directory.findDevice(device.id()).filter(device::equals).isPresent());
    }
}
