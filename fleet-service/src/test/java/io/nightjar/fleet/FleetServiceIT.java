// SPDX-License-Identifier: Apache-2.0
package io.nightjar.fleet;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;

import io.nightjar.testing.TempHome;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TempHome.class)
class FleetServiceIT {

    @Test
    void itIsHealthy() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("fleet"));
        given().get("/q/health/live").then().statusCode(200);
    }
}
