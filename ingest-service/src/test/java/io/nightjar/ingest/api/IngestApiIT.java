// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.event.CameraEntry;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.event.StreamTransition;
import io.nightjar.contracts.event.Topic;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.contracts.stream.StreamState;
import io.nightjar.ingest.IngestRig;
import io.nightjar.ingest.RtspSink;
import io.nightjar.kit.Events;
import io.nightjar.kit.From;
import io.nightjar.kit.Home;
import io.nightjar.kit.Listener;
import io.nightjar.kit.Outbox;
import io.nightjar.kit.ServiceInfo;
import io.nightjar.kit.ServiceToken;
import io.nightjar.kit.secrets.SecretsFile;
import io.nightjar.simulators.rtsp.RtspCamera;
import io.nightjar.testing.WithKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service: cameras from the registry topic, health to its topic, pictures and demand over HTTP. */
@QuarkusTest
@WithKafka
@QuarkusTestResource(IngestApiIT.MediaPlane.class)
class IngestApiIT {

    private static final Credentials SECRET = new Credentials("viewer", "canary:p@ss#1");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static RtspCamera camera;

    @Inject
    Outbox outbox;

    @Inject
    Events events;

    @Inject
    Home home;

    @Inject
    ServiceInfo info;

    @Inject
    ServiceToken token;

    /** A sink whose password is this home's service token, which is only known later: it takes whoever comes. */
    public static final class MediaPlane implements QuarkusTestResourceLifecycleManager {
        private RtspSink sink;

        @Override
        public Map<String, String> start() {
            try {
                sink = RtspSink.open();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return Map.of(
                    "nightjar.packager.rtsp-url",
                    sink.url(),
                    "nightjar.ingest.demand-grace",
                    "500ms",
                    "nightjar.internal.port",
                    "0");
        }

        @Override
        public void stop() {
            try {
                sink.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @BeforeAll
    static void startCamera() {
        camera = RtspCamera.builder("gate")
                .credentials(SECRET.username(), SECRET.password())
                .start();
    }

    @AfterAll
    static void stopCamera() {
        camera.close();
    }

    @BeforeEach
    void announceCamera() {
        SecretsFile.of(home).put("gate", SECRET);
        outbox.send(Topic.CAMERAS, CameraEntry.of(gate()));
        await().atMost(PATIENCE).until(() -> state("sub").equals("live"));
    }

    @Test
    void aCameraOfTheRegistryIsLiveAndTellsSoOnItsTopics() {
        var healths = new CopyOnWriteArrayList<StreamHealth>();
        var transitions = new CopyOnWriteArrayList<StreamTransition>();
        try (var health = events.follow(Topic.HEALTH, From.START, collect(healths));
                var changes = events.follow(Topic.TRANSITIONS, From.START, collect(transitions))) {
            await().atMost(PATIENCE).until(() -> healths.stream()
                    .anyMatch(seen -> seen.stream().equals(StreamId.of("gate", Role.SUB))
                            && seen.state() == StreamState.Name.LIVE
                            && seen.media() != null
                            && seen.instance().equals(info.internalUrl())));
            await().atMost(PATIENCE)
                    .until(() -> transitions.stream().anyMatch(change -> change.to() == StreamState.Name.LIVE));
        }
        assertThat(healths.toString() + transitions).doesNotContain("canary");
        internal()
                .get("/internal/ingest/streams")
                .then()
                .statusCode(200)
                .body("stream", hasItems("gate/sub", "gate/main"));
    }

    @Test
    void aCameraWithoutItsSecretsSaysUnderWhichNamesTheyWereLookedFor() {
        var needing =
                camera("yard", "\"streams\":{\"sub\":\"http://127.0.0.1:9/flv?user={user}&password={password}\"}");
        var refused = camera(
                "porch", "\"credentialRef\":\"porch\",\"streams\":{\"sub\":\"%s\"}".formatted(camera.url(Role.SUB)));
        outbox.send(Topic.CAMERAS, CameraEntry.of(needing));
        outbox.send(Topic.CAMERAS, CameraEntry.of(refused));

        await().atMost(PATIENCE)
                .until(() -> seen("yard/sub").path("reason").asText(), reason -> reason.contains("YARD_USERNAME"));
        assertThat(seen("yard/sub").path("error").asText()).isEqualTo("config");
        await().atMost(PATIENCE)
                .until(() -> seen("porch/sub").path("reason").asText(), reason -> reason.contains("PORCH_PASSWORD"));
        outbox.delete(Topic.CAMERAS, "yard");
        outbox.delete(Topic.CAMERAS, "porch");
    }

    @Test
    void aSnapshotIsAFreshJpegThatSaysWhenItWasTaken() {
        await().atMost(PATIENCE)
                .until(() ->
                        internal().get("/internal/ingest/snapshot/gate/sub.jpg").statusCode() == 200);
        var response = internal().queryParam("width", 320).get("/internal/ingest/snapshot/gate/sub.jpg");

        var bytes = response.asByteArray();
        assertThat(response.contentType()).startsWith("image/jpeg");
        assertThat(bytes[0] & 0xff).isEqualTo(0xff);
        assertThat(bytes[1] & 0xff).isEqualTo(0xd8);
        assertThat(Instant.parse(response.header("X-Captured-At")))
                .isBetween(Instant.now().minusSeconds(5), Instant.now());
    }

    @Test
    void mjpegComesAtFullRateWhileItIsWatched() throws Exception {
        readUntilRate("/internal/ingest/mjpeg/gate/sub?width=320", 30, 12, 18);
    }

    @Test
    void mjpegComesSlowerWhenAsked() throws Exception {
        readUntilRate("/internal/ingest/mjpeg/gate/sub?fps=5&width=320", 10, 4, 6);
    }

    @Test
    void demandOpensMainForAsLongAsTheLease() {
        assertThat(state("main")).isEqualTo("idle");
        // Renewed until it is live: the lease must not end before a slow machine is that far.
        await().atMost(PATIENCE).until(() -> {
            internal().put("/internal/ingest/demand/gate/main?seconds=4").then().statusCode(204);
            return state("main").equals("live");
        });
        await().atMost(PATIENCE).until(() -> state("main").equals("idle"));
        assertThat(state("sub")).isEqualTo("live");
    }

    @Test
    void aRestartOpensTheStreamAnew() {
        int connections = camera.connectionsOpened();
        internal().post("/internal/ingest/streams/gate/sub/restart").then().statusCode(204);

        await().atMost(PATIENCE)
                .until(() ->
                        camera.connectionsOpened() > connections && state("sub").equals("live"));
    }

    @Test
    void aCameraIsTriedOutStepByStepWithoutBeingAdded() {
        var body = internal()
                .contentType("application/json")
                .body("{\"camera\":" + ContractsJson.mapper().valueToTree(gate()) + ",\"role\":\"sub\"}")
                .post("/internal/ingest/test")
                .then()
                .statusCode(200)
                .body("ok", equalTo(true))
                .body("steps.step", hasItems("address", "reach", "sign-in", "streams", "video"))
                .body("streams[0].width", equalTo(640))
                .extract()
                .asString();

        assertThat(body).contains("data:image/jpeg;base64,").doesNotContain("canary");
        internal()
                .contentType("application/json")
                .body("{}")
                .post("/internal/ingest/test")
                .then()
                .statusCode(400);
    }

    @Test
    void whoGivesEmptyCredentialsDoesNotGetTheStoredOnes() {
        internal()
                .contentType("application/json")
                .body("{\"camera\":" + ContractsJson.mapper().valueToTree(gate())
                        + ",\"role\":\"sub\",\"credentials\":{\"username\":\"\",\"password\":\"\"}}")
                .post("/internal/ingest/test")
                .then()
                .statusCode(200)
                .body("ok", equalTo(false))
                .body("steps.findAll { !it.ok }.step", hasItems("sign-in"));
    }

    @Test
    void theSearchForCamerasAnswersWithWhatItFound() {
        internal().post("/internal/ingest/discover").then().statusCode(200).body("items", notNullValue());
    }

    @Test
    void aLeaseForBrowsersIsTakenAndAnUnknownFormRefused() {
        internal()
                .put("/internal/ingest/demand/gate/sub?seconds=2&as=web")
                .then()
                .statusCode(204);
        internal()
                .put("/internal/ingest/demand/gate/sub?seconds=2&as=gif")
                .then()
                .statusCode(400);
    }

    @Test
    void theDetailsOfOneCameraAreLoggedWhileThatIsSwitchedOn() {
        var log = Logger.getLogger("io.nightjar.camera.gate");
        internal().put("/internal/ingest/log/gate?details=true").then().statusCode(204);
        assertThat(log.isDebugEnabled()).isTrue();
        internal().put("/internal/ingest/log/gate?details=false").then().statusCode(204);
        assertThat(log.isDebugEnabled()).isFalse();
        internal().put("/internal/ingest/log/none").then().statusCode(404);
    }

    @Test
    void unknownStreamsAndStrangersAreRefused() {
        internal()
                .get("/internal/ingest/snapshot/none/sub.jpg")
                .then()
                .statusCode(404)
                .body("kind", equalTo("not-found"));
        internal().get("/internal/ingest/snapshot/gate/huge.jpg").then().statusCode(404);
        internal().put("/internal/ingest/demand/gate/main?seconds=0").then().statusCode(400);
        given().baseUri(info.internalUrl())
                .get("/internal/ingest/streams")
                .then()
                .statusCode(401);
        given().header("Authorization", token.bearer())
                .get("/internal/ingest/streams")
                .then()
                .statusCode(404);
        internal().get("/internal/ingest/streams").then().body("state", hasItem("live"));
    }

    private RequestSpecification internal() {
        return given().baseUri(info.internalUrl()).header("Authorization", token.bearer());
    }

    private String state(String role) {
        return seen("gate/" + role).path("state").asText("absent");
    }

    /** The stream's health; without any field while there is no such stream. */
    private JsonNode seen(String stream) {
        for (var each : internal().get("/internal/ingest/streams").as(JsonNode.class)) {
            if (each.path("stream").asText().equals(stream)) {
                return each;
            }
        }
        return MissingNode.getInstance();
    }

    /** Passes once so many parts in a row came at this rate; where the machine was busy for a moment it reads on. */
    private void readUntilRate(String path, int count, double least, double most) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(info.internalUrl() + path))
                .header("Authorization", token.bearer())
                .build();
        var times = new ArrayList<Instant>();
        var rates = new ArrayList<Double>();
        try (var client = HttpClient.newHttpClient();
                var body = new DataInputStream(client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                        .body())) {
            while (times.size() < 20 * count && rates.stream().noneMatch(rate -> rate >= least && rate <= most)) {
                times.add(readPart(body));
                if (times.size() >= count) {
                    var span = Duration.between(times.get(times.size() - count), times.getLast());
                    rates.add((count - 1) * 1000.0 / Math.max(1, span.toMillis()));
                }
            }
            client.shutdownNow();
        }
        assertThat(rates).anyMatch(rate -> rate >= least && rate <= most);
    }

    private static Instant readPart(DataInputStream body) throws IOException {
        int length = 0;
        Instant captured = Instant.EPOCH;
        var boundary = line(body);
        assertThat(boundary).isEqualTo("--nightjar");
        for (var header = line(body); !header.isEmpty(); header = line(body)) {
            if (header.startsWith("Content-Length: ")) {
                length = Integer.parseInt(header.substring(16));
            } else if (header.startsWith("X-Captured-At: ")) {
                captured = Instant.parse(header.substring(15));
            }
        }
        var jpeg = body.readNBytes(length);
        assertThat(jpeg[0] & 0xff).isEqualTo(0xff);
        assertThat(line(body)).isEmpty();
        return captured;
    }

    private static String line(DataInputStream body) throws IOException {
        var text = new StringBuilder();
        for (int next = body.readUnsignedByte(); next != '\n'; next = body.readUnsignedByte()) {
            if (next != '\r') {
                text.append((char) next);
            }
        }
        return text.toString();
    }

    private static <E> Listener<E> collect(List<E> into) {
        return (key, event) -> into.add(event);
    }

    private static CameraSpec gate() {
        return camera(
                "gate",
                "\"credentialRef\":\"gate\",\"streams\":{\"main\":\"%s\",\"sub\":\"%s\"}"
                        .formatted(camera.url(Role.MAIN), camera.url(Role.SUB)));
    }

    private static CameraSpec camera(String id, String fields) {
        return IngestRig.camera("\"id\":\"" + id + "\"," + fields);
    }
}
