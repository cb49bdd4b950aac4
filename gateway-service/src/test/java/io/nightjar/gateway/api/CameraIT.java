// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.gateway.Visitors;
import io.nightjar.gateway.WithGateway;
import io.nightjar.kit.Home;
import io.nightjar.kit.secrets.SecretsFile;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithGateway
class CameraIT {
    @Inject
    Home home;

    private static Response create(String json) {
        return Visitors.admin().contentType("application/json").body(json).post("/api/cameras");
    }

    private static Response put(String id, String json) {
        return Visitors.admin().contentType("application/json").body(json).put("/api/cameras/" + id);
    }

    @Test
    void aCameraIsAddedChangedAndRemoved() {
        create("{\"name\": \"Front Door\", \"streams\": {\"main\": {\"url\": \"rtsp://10.9.9.9/one\"}},"
                        + " \"credentials\": {\"username\": \"u\", \"password\": \"canary-camera-password\"}}")
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/cameras/front-door"))
                .body("id", equalTo("front-door"), "origin", equalTo("api"), "editable", equalTo(true))
                .body("hasCredentials", equalTo(true), "$", not(hasKey("credentials")))
                .body(not(containsString("canary")));
        put("front-door", "{\"name\": \"Back Door\", \"streams\": {\"main\": {\"url\": \"rtsp://10.9.9.9/two\"}}}")
                .then()
                .statusCode(200)
                .body("name", equalTo("Back Door"), "hasCredentials", equalTo(true))
                .body("streams.main.url", equalTo("rtsp://10.9.9.9/two"));
        Visitors.admin().delete("/api/cameras/front-door").then().statusCode(204);
        Visitors.admin().get("/api/cameras/front-door").then().statusCode(404);
    }

    @Test
    void whatAViewGaveIsAcceptedBack() {
        create("{\"id\": \"echo\", \"streams\": {\"main\": {\"url\": \"rtsp://10.9.9.9/one\"}}}")
                .then()
                .statusCode(201);
        var view = Visitors.admin().get("/api/cameras/echo").asString();
        put("echo", view).then().statusCode(200).body("warnings", nullValue());
        Visitors.admin().delete("/api/cameras/echo");
    }

    @Test
    void secretsInAnAddressAreTakenOutOfIt() {
        create("{\"id\": \"secretive\", \"streams\": {\"main\": {\"url\": \"rtsp://u:canary@10.9.9.9/one\"}}}")
                .then()
                .statusCode(201)
                .body("hasCredentials", equalTo(true), "streams.main.url", equalTo("rtsp://10.9.9.9/one"));
        Visitors.admin().get("/api/cameras").then().body(not(containsString("canary")));
        Visitors.admin().delete("/api/cameras/secretive").then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://127.0.0.1/x",
                "rtsp://localhost/x",
                "rtsp://[::1]/x",
                "rtsp://[::ffff:127.0.0.1]/x",
                "rtsp://0.0.0.0/x",
                "rtsp://169.254.169.254/latest/meta-data",
                "rtsp://2130706433/x",
                "rtsp://0x7f000001/x",
                "rtsp://0177.0.0.1/x",
                "rtsp://224.0.0.1/x",
                "rtsp://169.254.1.1/x",
                "file:///etc/passwd",
                "concat:/etc/passwd",
                "subfile,,start,0,end,9,,:/etc/passwd",
                "v4l2:///dev/video0",
                "http://127.0.0.1/x",
                "http://169.254.169.254/latest",
                "srt://localhost:9000",
                "gopher://10.0.0.1/x"
            })
    void addressesThatAreNoCamerasAreRefused(String url) {
        create("{\"id\": \"ssrf\", \"streams\": {\"main\": {\"url\": \"" + url + "\"}}}")
                .then()
                .statusCode(400)
                .body("kind", equalTo("invalid"), "fields", hasKey("streams.main.url"));
        put("ssrf", "{\"host\": \"127.0.0.1\", \"vendor\": \"reolink\"}").then().statusCode(404);
    }

    @Test
    void anAlternativeThatIsNoCamerasIsRefusedAtItsField() {
        create("{\"id\": \"ssrf\", \"streams\": {\"main\": {\"url\": \"rtsp://10.9.9.9/a\","
                        + " \"alternatives\": [\"rtsp://10.9.9.9/b\", \"rtmp://127.0.0.1/c\"]}}}")
                .then()
                .statusCode(400)
                .body("fields", hasKey("streams.main.alternatives"), "fields", not(hasKey("streams.main.url")));
    }

    @Test
    void everySettingOfAStreamComesBackAsItWasGiven() {
        var stream = "{\"url\": \"http://10.9.9.9/a.jpg\", \"protocol\": \"snapshot\","
                + " \"alternatives\": [\"rtmp://10.9.9.9/b\", \"rtsp://10.9.9.9/c\"],"
                + " \"transport\": \"tcp\", \"onDemand\": true, \"enabled\": true, \"audio\": \"opus\","
                + " \"video\": {\"width\": 640, \"height\": 360, \"fps\": 7.5, \"bitrateKbps\": 500,"
                + " \"keyFrameSeconds\": 1.5, \"encoder\": \"software\"},"
                + " \"input\": {\"openTimeoutMs\": 2500, \"readTimeoutMs\": 4000, \"probeMicros\": 500000,"
                + " \"probeBytes\": 65536, \"bufferBytes\": 1048576, \"maxDelayMicros\": 250000,"
                + " \"reconnectDelaySeconds\": 4, \"fps\": 2.5, \"width\": 800, \"height\": 600,"
                + " \"frameSkip\": 2, \"highWatermark\": 400}}";
        create("{\"id\": \"tuned\", \"streams\": {\"main\": " + stream + "}}")
                .then()
                .statusCode(201);
        var view = Visitors.admin().get("/api/cameras/tuned").asString();
        put("tuned", view).then().statusCode(200).body("warnings", nullValue());
        var shown = Visitors.admin().get("/api/cameras/tuned").jsonPath();
        var given = JsonPath.from(stream);
        for (var field : given.<String, Object>getMap("$").keySet()) {
            assertThat(shown.<Object>get("streams.main." + field)).as(field).isEqualTo(given.get(field));
        }
        Visitors.admin().delete("/api/cameras/tuned").then().statusCode(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"video\": {\"width\": 641} | video.width",
                "\"video\": {\"fps\": 500} | video.fps",
                "\"video\": {\"keyFrameSeconds\": 9} | video.keyFrameSeconds",
                "\"video\": {\"encoder\": \"abacus\"} | video.encoder",
                "\"video\": \"magic\" | video",
                "\"input\": {\"openTimeoutMs\": 3} | input.openTimeoutMs",
                "\"input\": {\"reconnectDelaySeconds\": 3} | input.reconnectDelaySeconds",
                "\"input\": {\"pixelFormat\": \"a b\"} | input.pixelFormat",
                "\"alternatives\": [\"nowhere\"] | alternatives"
            })
    void aWrongSettingOfAStreamIsNamedByItsField(String setting, String field) {
        create("{\"id\": \"wrong\", \"streams\": {\"sub\": {\"url\": \"rtsp://10.9.9.9/a\", " + setting + "}}}")
                .then()
                .statusCode(400)
                .body("fields", hasKey("streams.sub." + field));
    }

    @Test
    void theShortFormOfEarlierProgramsIsUnderstoodAndOneAddressIsOneCamera() {
        var first = create("{\"name\": \"short\", \"rtsp\": \"rtsp://u:canary@10.9.9.8/one\", \"pub_fps\": 5}");
        first.then()
                .statusCode(201)
                .body("id", equalTo("short"), "hasCredentials", equalTo(true), "warnings[0]", containsString("fps=5"))
                .body("streams.main.url", equalTo("rtsp://10.9.9.8/one"))
                .body(not(containsString("canary")));
        create("{\"name\": \"again\", \"rtsp\": \"rtsp://10.9.9.8/one\"}")
                .then()
                .statusCode(200)
                .body("id", equalTo("short"));
        create("{\"name\": \"bad\", \"rtsp\": \"rtsp://127.0.0.1/one\"}").then().statusCode(400);
        create("{\"name\": \"bad\", \"rtsp\": \"file:///etc/passwd\"}").then().statusCode(400);
        Visitors.admin().delete("/api/cameras/short").then().statusCode(204);
    }

    @Test
    void aliasesAndApiKeysAreWriteOnly() {
        create("{\"id\": \"hall\", \"streams\": {\"main\": {\"url\": \"rtsp://10.9.9.9:7447/{alias}\"}},"
                        + " \"credentials\": {\"alias\": \"canary-alias\", \"apiKey\": \"canary-key\","
                        + " \"apiUser\": \"canary-user\", \"apiPassword\": \"canary-word\"}}")
                .then()
                .statusCode(201)
                .body("hasCredentials", equalTo(true), "streams.main.url", equalTo("rtsp://10.9.9.9:7447/{alias}"))
                .body(not(containsString("canary")));
        Visitors.admin().get("/api/cameras/hall").then().body(not(containsString("canary")));
        Visitors.admin().delete("/api/cameras/hall").then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "[::1]", "127.0.0.1:80"})
    void aHostOfThisMachineIsRefusedForVendorsThatDeriveAddresses(String host) {
        create("{\"id\": \"ssrf\", \"vendor\": \"reolink\", \"host\": \"" + host + "\"}")
                .then()
                .statusCode(400)
                .body("fields", hasKey("host"));
    }

    @Test
    void aRangeThatTheOperatorAllowsIsAccepted() {
        create("{\"id\": \"lab\", \"streams\": {\"main\": {\"url\": \"rtsp://127.0.0.9/x\"}}}")
                .then()
                .statusCode(201);
        Visitors.admin().delete("/api/cameras/lab");
    }

    @Test
    void aWrongFieldIsNamedWithTheAllowedValues() {
        create("{\"id\": \"x y\", \"vendor\": \"acme\", \"streams\": {}}")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("fields.vendor", containsString("reolink"), "fields.id", notNullValue());
        create("[]").then().statusCode(400);
        create("").then().statusCode(400);
        create("{\"id\": ").then().statusCode(400);
    }

    @Test
    void camerasOfTheOperatorsFileAreShownAndNotChanged() {
        Visitors.admin().get("/api/cameras/gate").then().body("origin", equalTo("file"), "editable", equalTo(false));
        put("gate", "{\"streams\": {\"main\": {\"url\": \"rtsp://10.9.9.9/one\"}}}")
                .then()
                .statusCode(409)
                .body("detail", containsString("cameras file"));
        Visitors.admin().delete("/api/cameras/gate").then().statusCode(409);
        create("{\"id\": \"GATE\", \"streams\": {\"main\": {\"url\": \"rtsp://10.9.9.9/one\"}}}")
                .then()
                .statusCode(409);
    }

    @Test
    void aChangeThatSomebodyElseMadeIsNotOverwritten() {
        var form = "{\"id\": \"etag\", \"streams\": {\"main\": {\"url\": \"rtsp://10.9.9.9/one\"}}}";
        var tag = create(form).header("ETag");
        put("etag", form.replace("/one", "/two")).then().statusCode(200);
        Visitors.admin()
                .contentType("application/json")
                .header("If-Match", tag)
                .body(form)
                .put("/api/cameras/etag")
                .then()
                .statusCode(409);
        Visitors.admin().delete("/api/cameras/etag");
    }

    @Test
    void viewersSeeNoAddressesAndOnlyWhatTheyAreGranted() {
        Visitors.as("vera")
                .get("/api/cameras?hidden=true")
                .then()
                .body("items.id", equalTo(java.util.List.of("gate")), "next", nullValue())
                .body(not(containsString("127.0.0.1")));
        Visitors.as("vic").get("/api/cameras/gate").then().body("streams.main.url", nullValue());
        Visitors.admin().get("/api/cameras").then().body("items.id", not(hasItems("cellar")));
        Visitors.admin().get("/api/cameras?hidden=true").then().body("items.id", hasItems("cellar", "gate", "yard"));
    }

    @Test
    void hiddenUnknownAndNotGrantedCamerasAnswerAlike() {
        var hidden = Visitors.as("vera").get("/api/cameras/cellar");
        var unknown = Visitors.as("vera").get("/api/cameras/attic");
        var foreign = Visitors.as("vera").get("/api/cameras/yard");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.asString().replace("cellar", "x"))
                .isEqualTo(unknown.asString().replace("attic", "x"));
        assertThat(foreign.asString().replace("yard", "x"))
                .isEqualTo(unknown.asString().replace("attic", "x"));
        Visitors.admin().get("/api/cameras/cellar").then().statusCode(200);
    }

    @Test
    void longListsComeInParts() {
        var first = Visitors.admin().get("/api/cameras?hidden=true&limit=2");
        assertThat(first.jsonPath().getList("items")).hasSize(2);
        String next = first.path("next");
        Visitors.admin()
                .get("/api/cameras?hidden=true&limit=1000&after=" + next)
                .then()
                .body("next", nullValue());
    }

    @Test
    void streamsAreSwitchedByOperatorsAndTheLauncherReadsIt() throws IOException {
        Visitors.as("otto").post("/api/cameras/yard/streams/main/stop").then().statusCode(200);
        Visitors.as("otto").post("/api/cameras/yard/streams/main/stop").then().statusCode(200);
        Visitors.as("vic").get("/api/cameras/yard").then().body("streams.main.enabled", equalTo(false));
        assertThat(Files.readString(home.state().resolve("cameras.json")))
                .contains("\"yard\"")
                .contains("\"enabled\" : false")
                .doesNotContain("canary");
        Visitors.as("otto").post("/api/cameras/yard/streams/main/start").then().statusCode(200);
        Visitors.as("otto").post("/api/cameras/yard/streams/side/start").then().statusCode(404);
    }

    @Test
    void whatIsNotBuiltYetSaysSo() {
        Visitors.as("vic")
                .get("/api/recordings?camera=gate")
                .then()
                .statusCode(501)
                .contentType("application/problem+json")
                .body("kind", equalTo("unsupported"), "instance", equalTo("/api/recordings"));
    }

    @Test
    void anAliasInAnAddressLeavesTheOtherSecretsInPlace() {
        var file = SecretsFile.of(home);
        var reference = "camera:patio";
        create("{\"id\": \"patio\", \"vendor\": \"unifi\", \"streams\": {\"main\": {\"url\":"
                        + " \"rtsp://10.9.9.9:7447/canaryAlias01\"}}, \"credentials\": {\"username\": \"u\","
                        + " \"password\": \"canary\", \"apiKey\": \"canary-key\","
                        + " \"apiUser\": \"canary-user\", \"apiPassword\": \"canary-word\"}}")
                .then()
                .statusCode(201)
                .body("streams.main.url", equalTo("rtsp://10.9.9.9:7447/{alias}"));
        put(
                        "patio",
                        "{\"vendor\": \"unifi\", \"streams\": {\"main\": {\"url\": \"rtsp://10.9.9.9:7447/canaryAlias02\"}}}")
                .then()
                .statusCode(200)
                .body("hasCredentials", equalTo(true));
        assertThat(file.find(reference))
                .contains(new Credentials(
                        "u",
                        "canary",
                        Map.of(
                                "alias",
                                "canaryAlias02",
                                "apiKey",
                                "canary-key",
                                "apiUser",
                                "canary-user",
                                "apiPassword",
                                "canary-word")));
        put(
                        "patio",
                        "{\"vendor\": \"unifi\", \"streams\": {\"main\": {\"url\": \"rtsp://10.9.9.9:7447/{alias}\"}},"
                                + " \"credentials\": {\"apiKey\": null, \"apiUser\": null}}")
                .then()
                .statusCode(200);
        assertThat(file.find(reference)).contains(new Credentials("u", "canary", Map.of("alias", "canaryAlias02")));
        put("patio", "{\"streams\": {\"main\": {\"url\": \"rtsp://10.9.9.9/one\"}}," + " \"credentials\": null}")
                .then()
                .body("hasCredentials", equalTo(false));
        assertThat(file.find(reference)).isEmpty();
        Visitors.admin().delete("/api/cameras/patio").then().statusCode(204);
    }
}
