// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.page;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.nightjar.gateway.Visitors;
import io.nightjar.gateway.WithGateway;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithGateway
class PageIT {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/cameras/gate", "/wall", "/some/where/deep"})
    void everyDeepLinkLeadsToThePage(String path) {
        Visitors.nobody()
                .accept("text/html,application/xhtml+xml")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", equalTo("no-cache"))
                .header(
                        "Content-Security-Policy",
                        allOf(containsString("default-src 'self'"), containsString("frame-ancestors 'none'")))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", notNullValue())
                .header("Cross-Origin-Opener-Policy", equalTo("same-origin"))
                .header("Server", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/internal/ingest/streams", "/missing.js", "/%69nternal/ingest/streams"})
    void whatIsNotThePageIsNotAnsweredWithIt(String path) {
        Visitors.nobody()
                .urlEncodingEnabled(false)
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(404);
    }

    @Test
    void filesWithAHashInTheirNamesAreKeptByBrowsers() {
        Visitors.nobody()
                .get("/app.TESTTEST.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("immutable"));
    }

    @Test
    void theInterfaceIsDescribed() {
        Visitors.nobody()
                .accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Nightjar"))
                .body("paths", hasKey("/api/cameras/{id}/mjpeg"))
                .body("paths", hasKey("/api/cameras/{id}"))
                .body("paths", hasKey("/api/session"));
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        Visitors.admin()
                .contentType("application/json")
                .body("{\"name\": \"" + "x".repeat(2_000_000) + "\"}")
                .post("/api/cameras")
                .then()
                .statusCode(413);
    }
}
