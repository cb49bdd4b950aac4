// SPDX-License-Identifier: Apache-2.0
package io.nightjar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.house.Chromium;
import io.nightjar.house.House;
import io.nightjar.house.Until;
import io.nightjar.house.VendorCameras;
import io.nightjar.house.WallPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A camera of every vendor on one wall, each read by its own protocol. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VendorsE2E {

    private static final String PASSWORD = "night-watch-in-test";
    private static final List<String> CAMERAS = List.of("reolink", "amcrest", "unifi", "eufy", "onvif", "web", "srt");
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private VendorCameras cameras;
    private House house;
    private Chromium chromium;

    @BeforeAll
    void start() {
        cameras = VendorCameras.start(folder);
        house = House.up(
                folder.resolve("home"),
                Map.of(
                        "NIGHTJAR_ADMIN_PASSWORD", PASSWORD,
                        // Cameras that are tried out are simulated on this machine, which is refused outside a lab.
                        "NIGHTJAR_GATEWAY_ALLOWED_ADDRESSES", "127.0.0.0/8",
                        "NIGHTJAR_INGEST_ALLOWED_ADDRESSES", "127.0.0.0/8"),
                "--cameras",
                cameras.camerasFile().toString());
        chromium = Chromium.open();
    }

    @AfterAll
    void stop() {
        chromium.close();
        house.close();
        cameras.close();
    }

    private WallPage wall(String... players) {
        return WallPage.open(chromium, house.url(), List.of(players)).signIn(PASSWORD);
    }

    @Test
    void everyVendorIsLiveOnTheWall() {
        try (var wall = wall()) {
            for (String camera : CAMERAS) {
                wall.awaitFresh(camera, "sub", FRESH, PATIENCE);
                Until.isTrue(PATIENCE, camera + " plays by WebRTC", () -> wall.fact(camera, "sub", "transport")
                        .filter("webrtc"::equals)
                        .isPresent());
            }
            assertThat(wall.console()).noneMatch(line -> line.startsWith("page error"));
        }
    }

    @Test
    void largePicturesComeByTheirOwnProtocolsToo() {
        var protocols = Map.of("reolink", "rtmp", "amcrest", "rtsp", "unifi", "rtsp", "onvif", "rtsp", "web", "hls");
        try (var wall = wall();
                var api = Api.signIn(house.url(), PASSWORD)) {
            protocols.forEach((camera, protocol) -> {
                wall.page().navigate(house.url() + "#/camera/" + camera);
                // HLS from a camera is several seconds old before it arrives here.
                wall.awaitFresh(camera, "main", Duration.ofSeconds(protocol.equals("hls") ? 20 : 3), PATIENCE);
                assertThat(api.get("/api/cameras/" + camera + "/health").toString())
                        .contains(protocol);
            });
        }
    }

    /** A Eufy camera bears one reader; a console is asked once for each of the two pictures. */
    @ParameterizedTest
    @CsvSource({"eufy, 1", "unifi, 2"})
    void aPictureIsFetchedOnceHoweverManyWatch(String camera, int connections) throws IOException {
        try (var wall = wall();
                var api = Api.signIn(house.url(), PASSWORD)) {
            wall.awaitFresh(camera, "sub", FRESH, PATIENCE);
            wall.page().navigate(house.url() + "#/camera/" + camera);
            wall.awaitFresh(camera, "main", FRESH, PATIENCE);
            for (String role : List.of("main", "sub")) {
                try (var pictures = api.open("/api/cameras/" + camera + "/mjpeg?role=" + role)) {
                    assertThat(pictures.readNBytes(10_000)).hasSize(10_000);
                    var playlist = api.send("GET", "/hls/" + camera + "/" + role + "/index.m3u8", null);
                    assertThat(playlist.body()).startsWith("#EXTM3U");

                    var told = cameras.control().describe(camera);
                    assertThat(told.path("connections").asInt()).isEqualTo(connections);
                }
            }
        }
    }

    @Test
    void aCameraIsTriedOutStepByStep() {
        try (var api = Api.signIn(house.url(), PASSWORD)) {
            for (String camera : List.of("reolink", "onvif")) {
                var answer = api.post("/api/cameras/test", Map.of("id", camera));

                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(answer.body()).contains("\"ok\":true", "data:image/jpeg;base64,");
            }
            var address = cameras.control()
                    .describe("onvif")
                    .path("streams")
                    .path("sub")
                    .path("url")
                    .asText();
            var refused = api.post(
                    "/api/cameras/test",
                    Map.of("url", address, "credentials", Map.of("username", "nightjar", "password", "not-this-one")));

            assertThat(refused.body())
                    .contains("\"ok\":false", "\"step\":\"sign-in\"")
                    .doesNotContain("not-this-one");
        }
    }

    /** In no log, topic, file, API answer, metric or process list. */
    @Test
    @Order(Integer.MAX_VALUE) // a camera that has refused a password is left alone for a minute
    void noPasswordOfACameraIsAnywhere() throws Exception {
        try (var wall = wall();
                var api = Api.signIn(house.url(), PASSWORD)) {
            wall.awaitFresh("reolink", "sub", FRESH, PATIENCE);
            cameras.control().command("amcrest", "wrong-password");
            Until.isTrue(PATIENCE, "the refusal is known", () -> api.get("/api/cameras/amcrest/health")
                    .toString()
                    .contains("auth"));
            cameras.control().command("amcrest", "normal");

            var passwords = cameras.passwords();
            assertThat(passwords).hasSize(6);
            for (String path : List.of("/api/cameras", "/api/devices", "/api/status", "/q/metrics", "/q/openapi")) {
                assertThat(api.send("GET", path, null).body()).as(path).doesNotContain(passwords);
            }
            for (String camera : CAMERAS) {
                for (String path : List.of("", "/health", "/streams")) {
                    assertThat(api.send("GET", "/api/cameras/" + camera + path, null)
                                    .body())
                            .as(camera + path)
                            .doesNotContain(passwords);
                }
            }
            assertThat(wall.page().content()).doesNotContain(passwords);
            Secrecy.inFilesOf(house.home(), passwords);
            Secrecy.inCommandLinesBelow(house.launch().handle(), passwords);
            assertThat(Files.readString(cameras.camerasFile())).contains(passwords);
        }
    }
}
