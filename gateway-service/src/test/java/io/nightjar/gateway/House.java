// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway;

import static io.restassured.RestAssured.given;

import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.event.PtzStatus;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.event.Topic;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.contracts.stream.StreamState;
import io.nightjar.kit.Outbox;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** What tests do to the services behind the gateway. */
public final class House {
    private House() {}

    public static String url() {
        return ConfigProvider.getConfig().getValue("nightjar.packager.url", String.class);
    }

    /** Reports a stream as ingest would, and waits until the gateway shows it. */
    public static void report(Outbox outbox, String stream, StreamState.Name state) {
        send(outbox, stream, state);
        var id = StreamId.of(stream);
        Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> Visitors.admin()
                .get("/api/cameras/" + id.camera() + "/streams")
                .then()
                .body(
                        "items.find { it.role == '" + id.role().wire() + "' }.state",
                        org.hamcrest.Matchers.equalTo(state.wire())));
    }

    public static void send(Outbox outbox, String stream, StreamState.Name state) {
        var now = Instant.now();
        var media =
                new StreamHealth.Media("h264", 640, 360, 15, 500_000, "tcp", null, 12, 1000, 0, false, false, false);
        outbox.send(
                Topic.HEALTH,
                new StreamHealth(StreamId.of(stream), state, now, now, null, null, null, null, 0, 0, media, url()));
    }

    public static List<Map<String, String>> calls() {
        return given().baseUri(url())
                .port(port())
                .get("/control/calls")
                .jsonPath()
                .getList("$");
    }

    /** What ingest was asked to try last. */
    public static JsonPath trial() {
        return given().baseUri(url()).port(port()).get("/control/trial").jsonPath();
    }

    /** What the process that moves heads was asked since {@link #ptz}, in order; body as text. */
    public static List<Map<String, String>> ptzCalls() {
        return ptzCalls(url());
    }

    public static List<Map<String, String>> ptzCalls(String instance) {
        return given().baseUri(instance)
                .port(java.net.URI.create(instance).getPort())
                .get("/control/ptz")
                .jsonPath()
                .getList("$");
    }

    /** How heads fail from now on, as {@code FakePtz} reads it; {@code {}} is not at all. Calls are forgotten. */
    public static void ptz(String faults) {
        ptz(url(), faults);
    }

    public static void ptz(String instance, String faults) {
        given().baseUri(instance)
                .port(java.net.URI.create(instance).getPort())
                .body(faults)
                .post("/control/ptz");
    }

    /** The other process that moves heads. */
    public static String otherPtz() {
        return given().baseUri(url()).port(port()).get("/control/ptz/other").asString();
    }

    /** Reports a head as its owner would. */
    public static void head(Outbox outbox, String camera, String owner, long epoch, boolean moving) {
        var can = new PtzAbilities(true, true, false, false, true, true, 8, true, false, false, false);
        outbox.send(
                Topic.PTZ,
                new PtzStatus(
                        io.nightjar.contracts.camera.CameraId.of(camera),
                        owner,
                        epoch,
                        "onvif",
                        can,
                        null,
                        null,
                        moving,
                        null,
                        null,
                        false,
                        PtzStatus.BridgeNeed.NOTHING,
                        null,
                        null,
                        null,
                        Instant.now()));
    }

    public static int watching() {
        return Integer.parseInt(
                given().baseUri(url()).port(port()).get("/control/watching").asString());
    }

    public static void pictures(boolean on) {
        given().baseUri(url()).port(port()).post("/control/pictures/" + (on ? "on" : "off"));
    }

    private static int port() {
        return java.net.URI.create(url()).getPort();
    }
}
