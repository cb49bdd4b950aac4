// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.gateway.House;
import io.nightjar.gateway.Visitors;
import io.nightjar.gateway.WithGateway;
import io.nightjar.kit.MediaTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithGateway
class MediaDoorIT {
    private static final StreamId GATE = StreamId.of("gate", Role.SUB);

    @Inject
    MediaTokens tokens;

    private static Map<String, String> call(String method, String uri) {
        return House.calls().stream()
                .filter(call ->
                        call.get("method").equals(method) && call.get("uri").equals(uri))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("Packager was not asked for " + uri));
    }

    @Test
    void aSignedInBrowserReachesPackagerWithATokenAndWithoutItsCookie() {
        Visitors.nobody()
                .cookie("nightjar_session", Visitors.token("vera"))
                .get("/hls/gate/sub/index.m3u8?_HLS_msn=1&_HLS_part=2")
                .then()
                .statusCode(200)
                .contentType("application/vnd.apple.mpegurl")
                .header("Cache-Control", equalTo("max-age=1"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .body(containsString("_HLS_msn=1&_HLS_part=2"));
        var call = call("GET", "/hls/gate/sub/index.m3u8?_HLS_msn=1&_HLS_part=2");
        assertThat(call.get("cookie")).isNull();
        assertThat(tokens.verify(call.get("authorization").substring("Bearer ".length())))
                .get()
                .satisfies(grant -> {
                    assertThat(grant.stream()).isEqualTo(GATE);
                    assertThat(grant.subject()).isEqualTo("vera");
                });
    }

    @Test
    void webRtcSessionsKeepTheirRelativeLocationAndEndWithTheSession() {
        var token = Visitors.freshToken("vera");
        Visitors.nobody()
                .header("Authorization", "Bearer " + token)
                .contentType("application/sdp")
                .body("an offer".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/whep/gate/sub")
                .then()
                .statusCode(201)
                .contentType("application/sdp")
                .header("Location", equalTo("/whep/gate/sub/session-1"))
                .body(equalTo("answer to an offer"));
        Visitors.nobody()
                .header("Authorization", "Bearer " + token)
                .delete("/api/session")
                .then()
                .statusCode(204);
        Awaitility.await().untilAsserted(() -> assertThat(tokens.verify(call("DELETE", "/whep/gate/sub/session-1")
                        .get("authorization")
                        .substring("Bearer ".length())))
                .isPresent());
    }

    @Test
    void aWebRtcSessionIsClosedByItsBrowser() {
        Visitors.as("vera").delete("/whep/gate/sub/session-2").then().statusCode(204);
    }

    @Test
    void aPageOfAnotherSiteCannotOpenAStreamWithTheCookie() {
        Visitors.nobody()
                .cookie("nightjar_session", Visitors.token("vera"))
                .header("Origin", "http://evil.example")
                .contentType("application/sdp")
                .post("/whep/gate/sub")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hls/gate/sub/index.m3u8", "/hls/attic/sub/index.m3u8", "/hls/", "/whep/gate/sub"})
    void nobodyGetsNothing(String path) {
        Visitors.nobody().get(path).then().statusCode(401).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hls/yard/main/index.m3u8",
                "/hls/cellar/main/index.m3u8",
                "/hls/attic/sub/index.m3u8",
                "/hls/gate/Sub/index.m3u8",
                "/hls/gate/sub/../../yard/main/index.m3u8",
                "/hls/gate/sub/%2e%2e/%2e%2e/yard/main/index.m3u8",
                "/hls/gate/sub/..%2f..%2fyard%2fmain%2findex.m3u8",
                "/hls/gate%2fsub/index.m3u8",
                "/hls/gate/sub/a/b",
                "/whep/yard/main"
            })
    void whatIsNotGrantedDoesNotExist(String path) {
        Visitors.as("vera").urlEncodingEnabled(false).get(path).then().statusCode(404);
    }

    @Test
    void aMediaTokenOpensItsOwnStreamOnly() {
        var bearer = "Bearer " + tokens.mint("somebody", GATE, Duration.ofSeconds(30));
        Visitors.nobody()
                .header("Authorization", bearer)
                .get("/hls/gate/sub/init.mp4")
                .then()
                .statusCode(200);
        Visitors.nobody()
                .header("Authorization", bearer)
                .get("/hls/yard/main/init.mp4")
                .then()
                .statusCode(401);
        Visitors.nobody()
                .header("Authorization", bearer)
                .get("/api/cameras")
                .then()
                .statusCode(401);
    }
}
