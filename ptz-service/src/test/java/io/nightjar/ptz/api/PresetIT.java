// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.api;

import static io.nightjar.ptz.api.PtzApi.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.sun.net.httpserver.HttpServer;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.event.Detection;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.event.Topic;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.contracts.stream.StreamState;
import io.nightjar.kit.Outbox;
import io.nightjar.ptz.head.ScriptedDriver;
import io.nightjar.testing.WithKafka;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ScriptedHeads.class)
@WithKafka
class PresetIT {

    private static final byte[] PICTURE = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3, (byte) 0xFF, (byte) 0xD9};
    /** The token "a/b c%" of the scripted camera. */
    private static final String YARD = "a%2Fb%20c%25";

    private static final String ROUND =
            "{\"name\":\"Round\",\"steps\":[{\"preset\":\"1\",\"dwellSeconds\":1},{\"preset\":\"a/b c%\",\"dwellSeconds\":1}]}";

    @Inject
    PtzApi api;

    @Inject
    ScriptedDrivers drivers;

    @Inject
    Outbox outbox;

    private final String camera = "dome-" + UUID.randomUUID().toString().substring(0, 8);
    private final AtomicReference<Instant> captured = new AtomicReference<>(Instant.EPOCH);
    private ScriptedDriver driver;
    private HttpServer ingest;

    @BeforeEach
    void register() throws IOException {
        driver = drivers.driver(camera);
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ingest.createContext("/internal/ingest/demand/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        ingest.createContext("/internal/ingest/snapshot/", exchange -> {
            exchange.getResponseHeaders().add("X-Captured-At", String.valueOf(captured.get()));
            exchange.sendResponseHeaders(200, PICTURE.length);
            exchange.getResponseBody().write(PICTURE);
            exchange.close();
        });
        ingest.start();
        api.register(camera, Capability.PTZ, Capability.STREAMING);
        outbox.send(Topic.HEALTH, health());
    }

    @AfterEach
    void remove() {
        api.remove(camera);
        ingest.stop(0);
    }

    @Test
    void tokensMayHoldAnything() {
        api.get(camera, "presets")
                .statusCode(200)
                .body("items.token", hasItem("a/b c%"))
                .body("items.name", hasItem("Yard"))
                .body("next", equalTo(null));
        api.post(camera, "presets/" + YARD + "/goto", "{}").statusCode(200);
        assertThat(driver.told()).contains("goto a/b c%");
        api.get(camera, "status").body("preset", equalTo("a/b c%"));
        api.delete(camera, "presets/" + YARD).statusCode(204);
        assertThat(driver.told()).contains("removePreset a/b c%");
        api.get(camera, "presets").body("items", hasSize(1));
        api.post(camera, "presets/" + YARD + "/goto", "{}").statusCode(404);
        api.post(camera, "presets", "{\"name\":\" \"}").statusCode(400).body("fields.name", containsString("1 to 64"));
    }

    @Test
    void aNewPresetGetsAPictureThatIsNotOlderThanTheView() {
        api.post(camera, "presets", "{\"name\":\"Gate\"}")
                .statusCode(201)
                .body("token", equalTo("new/Gate"))
                .body("name", equalTo("Gate"));
        api.get(camera, "presets/new%2FGate/picture.jpg").statusCode(404);
        captured.set(Instant.now().plusSeconds(60));
        await().atMost(SOON)
                .until(() -> api.get(camera, "presets/new%2FGate/picture.jpg")
                                .extract()
                                .statusCode()
                        == 200);
        assertThat(api.get(camera, "presets/new%2FGate/picture.jpg").extract().asByteArray())
                .isEqualTo(PICTURE);
        api.get(camera, "presets").body("items.find { it.token == 'new/Gate' }.picture", equalTo(true));
        api.delete(camera, "presets/new%2FGate").statusCode(204);
        api.get(camera, "presets/new%2FGate/picture.jpg").statusCode(404);
    }

    @Test
    void aPresetWithoutAPictureGetsOneWhenTheHeadArrives() {
        captured.set(Instant.now().plusSeconds(60));
        api.post(camera, "presets/1/goto", "{}").statusCode(200);
        await().atMost(SOON)
                .until(() -> api.get(camera, "presets/1/picture.jpg").extract().statusCode() == 200);
    }

    @Test
    void aPatrolGoesRoundAndGivesWay() {
        api.post(camera, "patrols", "{\"name\":\"\",\"steps\":[{\"preset\":\"1\",\"dwellSeconds\":0}]}")
                .statusCode(400)
                .body("fields.name", containsString("characters"))
                .body("fields.steps", containsString("2 to 32"));
        api.post(camera, "patrols", ROUND.replace("\"1\"", "\"9\""))
                .statusCode(400)
                .body("fields.'steps.0.preset'", containsString("no such preset"));
        String id = api.post(camera, "patrols", ROUND).statusCode(201).extract().path("id");
        api.post(camera, "patrols", ROUND).statusCode(409);
        api.get(camera, "patrols")
                .body("items[0].running", equalTo(false))
                .body("items[0].resumeAfterSeconds", equalTo(60));

        api.post(camera, "patrols/" + id + "/start", "{}").statusCode(200);
        await().atMost(SOON).until(() -> driver.count("goto 1") >= 2 && driver.count("goto a/b c%") >= 1);
        api.get(camera, "status").body("patrol", equalTo(id)).body("lease", equalTo(null));
        api.get(camera, "patrols").body("items[0].running", equalTo(true));

        api.post(camera, "stop", "{}").statusCode(200);
        api.get(camera, "status").body("patrol", equalTo(id)).body("patrolPaused", equalTo(true));
        api.post(camera, "patrols/" + id + "/stop", "{}").statusCode(200);
        api.get(camera, "status").body("patrol", equalTo(null));
        api.delete(camera, "patrols/" + id).statusCode(204);
        api.get(camera, "patrols").body("items", hasSize(0));
        api.post(camera, "patrols/" + id + "/start", "{}").statusCode(404);
    }

    @Test
    void aPatrolGoesOnWhenTheHeadIsReachedAnew() {
        String id = api.post(camera, "patrols", ROUND).statusCode(201).extract().path("id");
        api.post(camera, "patrols/" + id + "/start", "{}").statusCode(200);
        await().atMost(SOON).until(() -> driver.count("goto") >= 1);
        api.change(camera, new PtzSettings(null, null, true, false, null, null));
        await().atMost(SOON).until(() -> driver.told().contains("close"));
        long before = driver.count("goto");
        await().atMost(SOON).until(() -> driver.count("goto") > before);
        api.get(camera, "status").body("patrol", equalTo(id));
    }

    @Test
    void aPatrolWaitsWhileSomebodyIsSeen() {
        String id = api.post(camera, "patrols", ROUND).statusCode(201).extract().path("id");
        api.post(camera, "patrols/" + id + "/start", "{}").statusCode(200);
        await().atMost(SOON).until(() -> {
            outbox.send(Topic.DETECTIONS, person());
            return api.get(camera, "status").extract().path("patrolPaused");
        });
        api.get(camera, "patrols").body("items.running", not(hasItem(false)));
    }

    private Detection person() {
        return new Detection(
                UUID.randomUUID().toString(),
                CameraId.of(camera),
                "person",
                Instant.now(),
                null,
                "test",
                0.9,
                List.of(),
                null);
    }

    private StreamHealth health() {
        return new StreamHealth(
                new StreamId(CameraId.of(camera), Role.MAIN),
                StreamState.Name.LIVE,
                Instant.now(),
                Instant.now(),
                null,
                null,
                null,
                null,
                1,
                0,
                null,
                "http://127.0.0.1:" + ingest.getAddress().getPort());
    }
}
