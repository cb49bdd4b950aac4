// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.gateway.AccessMatrix;
import io.nightjar.gateway.Visitors;
import io.nightjar.gateway.WithGateway;
import io.nightjar.gateway.policy.Endpoints;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every REST route, for every kind of visitor and camera: the answer is what the policy says. */
@QuarkusTest
@WithGateway
class RouteMatrixIT extends AccessMatrix {
    private record Try(String visitor, Endpoints.Endpoint endpoint, String camera) {
        String path() {
            return endpoint.to(camera);
        }
    }

    private static List<Try> tries() {
        var all = new ArrayList<Try>();
        for (var endpoint : Endpoints.all()) {
            var cameras = endpoint.action().ofCamera() ? CAMERAS : List.of("");
            for (var visitor : VISITORS) {
                // Signing out would end the visitor's only session.
                boolean leaves =
                        endpoint.method().equals("DELETE") && endpoint.path().equals("/api/session");
                if (!leaves || visitor.equals("nobody")) {
                    cameras.forEach(camera -> all.add(new Try(visitor, endpoint, camera)));
                }
            }
        }
        return all;
    }

    @Test
    void everyRouteAnswersEveryVisitorAsThePolicySays() {
        assertThat(tries()).hasSizeGreaterThan(300).allSatisfy(this::check);
    }

    private void check(Try each) {
        var request = each.visitor().equals("nobody") ? Visitors.nobody() : Visitors.as(each.visitor());
        int expected = refusal(each.visitor(), each.endpoint().action(), each.camera());
        int status = request.contentType("application/json")
                .request(each.endpoint().method(), each.path())
                .statusCode();
        if (expected == 0) {
            assertThat(status).as(each.toString()).isNotIn(401, 403);
            assertThat(status == 404 && each.endpoint().action().ofCamera())
                    .as(each.toString())
                    .isFalse();
        } else {
            assertThat(status).as(each.toString()).isEqualTo(expected);
        }
    }
}
