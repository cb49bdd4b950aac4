// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.startsWith;

import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.kit.MediaTokens;
import io.nightjar.kit.ServiceInfo;
import io.nightjar.kit.ServiceToken;
import io.nightjar.testing.WithKafka;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
class PackagerServiceIT {

    private static final RestAssuredConfig SDP_AS_TEXT = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("application/sdp", ContentType.TEXT));

    @Inject
    MediaTokens tokens;

    @Inject
    ServiceToken serviceToken;

    @Inject
    ServiceInfo info;

    private String bearer(String camera) {
        tokens.prepare();
        return "Bearer " + tokens.mint("somebody", StreamId.of(camera, Role.SUB), Duration.ofMinutes(1));
    }

    @Test
    void isReady() {
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void tellsServicesWhereRtspIs() {
        given().header("Authorization", serviceToken.bearer())
                .get(info.internalUrl() + "/internal/packager/info")
                .then()
                .statusCode(200)
                .body("engine", equalTo("embedded"))
                .body("rtspPort", greaterThan(0));
    }

    @Test
    void tellsNothingWithoutTheServiceToken() {
        given().get(info.internalUrl() + "/internal/packager/info").then().statusCode(401);
        given().header("Authorization", serviceToken.bearer())
                .get("/internal/packager/info")
                .then()
                .statusCode(404);
    }

    @Test
    void mediaNeedsATokenForExactlyThatStream() {
        given().get("/hls/gate/sub/index.m3u8")
                .then()
                .statusCode(401)
                .contentType(startsWith("application/problem+json"));
        given().header("Authorization", bearer("other"))
                .get("/hls/gate/sub/index.m3u8")
                .then()
                .statusCode(404);
        given().config(SDP_AS_TEXT)
                .header("Authorization", bearer("gate"))
                .contentType("application/sdp")
                .body("v=0")
                .post("/whep/gate/main")
                .then()
                .statusCode(404);
    }

    @Test
    void aCameraThatIsNotInTheRegistryIsNotFound() {
        given().header("Authorization", bearer("ghost"))
                .get("/hls/ghost/sub/index.m3u8")
                .then()
                .statusCode(404);
    }

    @Test
    void anOfferMustBeSdp() {
        given().header("Authorization", bearer("gate"))
                .contentType("application/json")
                .body("{}")
                .post("/whep/gate/sub")
                .then()
                .statusCode(415);
        given().header("Authorization", bearer("gate"))
                .get("/whep/gate/sub")
                .then()
                .statusCode(405);
    }
}
