// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.nightjar.testing.TempHome;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TempHome.class)
class ProblemsIT {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void anUnknownFailureTellsNothingOfItsInsides() {
        given().get("/api/sample/broken")
                .then()
                .statusCode(500)
                .contentType(PROBLEM)
                .body("kind", equalTo("internal"))
                .body("status", equalTo(500))
                .body("type", equalTo("urn:nightjar:problem:internal"))
                .body("instance", equalTo("/api/sample/broken"))
                .body(not(containsString("geheim")))
                .body(not(containsString("Exception")));
    }

    @Test
    void aWrongFieldIsNamedWithWhatItAccepts() {
        given().contentType("application/json")
                .body("{\"camera\":\"no spaces please\",\"amount\":1}")
                .post("/api/sample/things")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("kind", equalTo("invalid"))
                .body("fields.camera", containsString("starts with a letter or digit"));
    }

    @Test
    void aWrongTypeIsNamedWithoutQuotingIt() {
        given().contentType("application/json")
                .body("{\"camera\":\"gate\",\"amount\":\"geheim\"}")
                .post("/api/sample/things")
                .then()
                .statusCode(400)
                .body("fields.amount", equalTo("it has the wrong type."))
                .body(not(containsString("geheim")));
    }

    @Test
    void brokenJsonIsLocated() {
        given().contentType("application/json")
                .body("{\"camera\":")
                .post("/api/sample/things")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("detail", containsString("not valid JSON"));
    }

    @Test
    void whatFrameworksRefuseIsAProblemToo() {
        given().get("/api/sample/none").then().statusCode(404).contentType(PROBLEM);
        given().delete("/api/sample/things").then().statusCode(405).contentType(PROBLEM);
        given().contentType("text/plain")
                .body("x")
                .post("/api/sample/things")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
    }

    @Test
    void aProblemKeepsItsKind() {
        given().get("/api/sample/unsupported")
                .then()
                .statusCode(501)
                .contentType(PROBLEM)
                .body("kind", equalTo("unsupported"))
                .body("hint", nullValue());
    }

    @Test
    void jsonIsWrittenAsEverywhereInTheHouse() {
        given().contentType("application/json")
                .body("{\"camera\":\"gate\",\"amount\":1,\"at\":\"2026-01-02T03:04:05Z\",\"unknown\":true}")
                .post("/api/sample/things")
                .then()
                .statusCode(200)
                .body("at", equalTo("2026-01-02T03:04:05Z"));
    }
}
