// SPDX-License-Identifier: Apache-2.0
package io.nightjar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.house.House;
import io.nightjar.house.Until;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has not signed in gets nothing, on any channel, while everything is live. */
class StrangerE2E {

    @TempDir
    static Path folder;

    static House house;

    @BeforeAll
    static void start() {
        house = House.up(folder, Map.of("NIGHTJAR_ADMIN_PASSWORD", HouseSuite.PASSWORD), "--demo");
        try (var api = Api.signIn(house.url(), HouseSuite.PASSWORD)) {
            Until.isTrue(
                    Duration.ofSeconds(20),
                    "a picture is to be had by who may",
                    () -> api.send("GET", "/api/cameras/garden/snapshot.jpg", null)
                                    .statusCode()
                            == 200);
        }
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/cameras",
        "POST,/api/cameras",
        "GET,/api/cameras/garden",
        "DELETE,/api/cameras/garden",
        "GET,/api/cameras/garden/health",
        "GET,/api/cameras/garden/streams",
        "POST,/api/cameras/garden/streams/sub/stop",
        "GET,/api/cameras/garden/snapshot.jpg",
        "GET,/api/cameras/garden/mjpeg",
        "GET,/api/events",
        "GET,/api/status",
        "GET,/api/recordings",
        "POST,/api/cameras/garden/ptz/move",
        "GET,/hls/garden/sub/index.m3u8",
        "POST,/whep/garden/sub",
    })
    void isAskedToSignIn(String method, String path) {
        try (var stranger = Api.anonymous(house.url())) {
            var answer = stranger.send(method, path, method.equals("POST") ? "{}" : null);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
            assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/internal/packager/paths",
        "/internal/ingest/streams",
        "//internal/ingest/streams",
        "/%69nternal/ingest/streams"
    })
    void internalRoutesDoNotExistOnThePublicDoor(String path) {
        try (var stranger = Api.anonymous(house.url());
                var admin = Api.signIn(house.url(), HouseSuite.PASSWORD)) {
            assertThat(stranger.send("GET", path, null).statusCode()).isIn(400, 401, 404);
            assertThat(admin.send("GET", path, null).statusCode()).isIn(400, 404);
        }
    }

    @Test
    void isRefusedByTheWebSocket() {
        try (var client = HttpClient.newHttpClient()) {
            var socket = client.newWebSocketBuilder()
                    .buildAsync(
                            URI.create(house.url().replace("http:", "ws:") + "/api/live"), new WebSocket.Listener() {});
            assertThat(socket)
                    .failsWithin(Duration.ofSeconds(5))
                    .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                    .withMessageContaining("WebSocketHandshakeException");
        } catch (CompletionException refused) {
            assertThat(refused).hasMessageContaining("Handshake");
        }
    }

    @ParameterizedTest
    @CsvSource({"DESCRIBE", "ANNOUNCE"})
    void isRefusedByRtsp(String method) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), house.port("rtsp"))) {
            var url = "rtsp://127.0.0.1:" + house.port("rtsp") + "/garden/sub";
            var sdp =
                    "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nt=0 0\r\nm=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n";
            var body = method.equals("ANNOUNCE") ? sdp : "";
            socket.getOutputStream()
                    .write((method + " " + url
                                    + " RTSP/1.0\r\nCSeq: 1\r\nContent-Type: application/sdp\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(reader.readLine()).contains("401");
        }
    }
}
