// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.nightjar.gateway.FakeHouse;
import io.nightjar.gateway.Visitors;
import io.nightjar.gateway.WithGateway;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithGateway
class SessionIT {

    @Test
    void signingInGivesATokenAndACookieThatScriptsAndOtherSitesCannotUse() {
        Visitors.signIn("admin", FakeHouse.ADMIN_PASSWORD)
                .then()
                .statusCode(200)
                .header(
                        "Set-Cookie",
                        allOf(
                                containsString("nightjar_session="),
                                containsString("HTTPOnly"),
                                containsString("SameSite=Strict"),
                                containsString("Path=/"),
                                not(containsString("Secure"))))
                .body("username", equalTo("admin"), "roles", hasItem("admin"), "expiresAt", notNullValue());
    }

    @Test
    void aWrongPasswordAndAnUnknownUserGetTheSameAnswer() {
        var wrong = Visitors.signIn("admin", "not the password");
        var unknown = Visitors.signIn("nobody", "not the password");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.asString()).isEqualTo(wrong.asString());
        Visitors.freshToken("admin");
    }

    @Test
    void guessingIsSlowedDownAndSaysForHowLong() {
        for (int attempt = 0; attempt < 5; attempt++) {
            Visitors.signIn("admin", "guess " + attempt);
        }
        Visitors.signIn("admin", FakeHouse.ADMIN_PASSWORD)
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("kind", equalTo("too-many"));
        Visitors.freshToken("admin");
    }

    @Test
    void signingOutEndsTheSession() {
        var token = Visitors.freshToken("vic");
        Visitors.nobody()
                .header("Authorization", "Bearer " + token)
                .delete("/api/session")
                .then()
                .statusCode(204);
        Visitors.nobody()
                .header("Authorization", "Bearer " + token)
                .get("/api/session")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "same-origin, , 200",
        "same-origin, own, 200",
        ", own, 200",
        ", , 403",
        ", http://evil.example, 403",
        ", null, 403",
        "cross-site, own, 403",
        "same-site, , 403",
        "none, , 403"
    })
    void aCookieIsNoUseToAPageOfAnotherSite(String site, String origin, int status) {
        var request = Visitors.nobody().cookie("nightjar_session", Visitors.token("otto"));
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.header(
                    "Origin",
                    origin.equals("own")
                            ? io.restassured.RestAssured.baseURI + ":" + io.restassured.RestAssured.port
                            : origin);
        }
        request.post("/api/cameras/gate/streams/sub/start").then().statusCode(status);
    }

    @Test
    void aCookieIsEnoughToReadAndABearerNeedsNoOrigin() {
        var token = Visitors.token("otto");
        Visitors.nobody()
                .cookie("nightjar_session", token)
                .get("/api/session")
                .then()
                .statusCode(200);
        Visitors.as("otto").post("/api/cameras/gate/streams/sub/start").then().statusCode(200);
    }

    @Test
    void aWrongBearerIsNotRescuedByACookie() {
        Visitors.nobody()
                .cookie("nightjar_session", Visitors.token("otto"))
                .header("Authorization", "Bearer nonsense")
                .get("/api/session")
                .then()
                .statusCode(401);
    }

    @Test
    void aForeignPageCannotSignABrowserIn() {
        Visitors.nobody()
                .contentType("application/json")
                .header("Origin", "http://evil.example")
                .body(Map.of("username", "admin", "password", FakeHouse.ADMIN_PASSWORD))
                .post("/api/session")
                .then()
                .statusCode(403);
    }

    @Test
    void changingAPasswordNeedsThePresentOneAndEndsOtherSessions() {
        var here = Visitors.freshToken("otto-two");
        var elsewhere = Visitors.freshToken("otto-two");
        change(here, "wrong", "a new password").then().statusCode(400).body("fields.current", notNullValue());
        change(here, Visitors.PASSWORD, "short").then().statusCode(400).body("fields.password", notNullValue());
        change(here, Visitors.PASSWORD, "a new password").then().statusCode(204);
        bearer(here).get("/api/session").then().statusCode(200);
        bearer(elsewhere).get("/api/session").then().statusCode(401);
        Visitors.signIn("otto-two", "a new password").then().statusCode(200);
    }

    @Test
    void aBodyThatIsNotUnderstoodIsNotQuoted() {
        Visitors.nobody()
                .contentType("application/json")
                .body("{\"username\": \"admin\", \"password\": [\"canary")
                .post("/api/session")
                .then()
                .statusCode(400)
                .body(not(containsString("canary")));
    }

    private static io.restassured.specification.RequestSpecification bearer(String token) {
        return Visitors.nobody().header("Authorization", "Bearer " + token);
    }

    private static io.restassured.response.Response change(String token, String current, String wanted) {
        return bearer(token)
                .contentType("application/json")
                .body(Map.of("current", current, "password", wanted))
                .put("/api/session/password");
    }
}
