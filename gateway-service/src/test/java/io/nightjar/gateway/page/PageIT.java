// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.nightjar.gateway.Visitors;
import io.nightjar.gateway.WithGateway;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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

    /** By its announced length alone, before a byte of it is read. */
    @Test
    void aBodyThatIsTooLargeIsRefused() throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            var head = "POST /api/cameras HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                    + Visitors.token("admin") + "\r\nContent-Type: application/json\r\nContent-Length: 2000000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

            assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
        }
    }
}
