// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.gateway.Visitors;
import io.nightjar.gateway.WithGateway;
import io.nightjar.gateway.policy.AccessPolicy;
import io.nightjar.gateway.policy.Endpoints;
import io.nightjar.gateway.registry.Registry;
import io.nightjar.gateway.users.User;
import io.nightjar.gateway.users.Users;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every REST route, for every kind of visitor and camera: the answer is what the policy says. */
@QuarkusTest
@WithGateway
class RouteMatrixIT {
    private static final List<String> VISITORS = List.of("nobody", "vera", "vic", "otto", "admin");
    private static final List<String> CAMERAS = List.of("gate", "yard", "cellar", "attic");

    @Inject
    AccessPolicy policy;

    @Inject
    Registry registry;

    @Inject
    Users users;

    private record Try(String visitor, Endpoints.Endpoint endpoint, String camera) {
        String path() {
            return endpoint.path()
                    .replace("{id}", camera)
                    .replace("{role}", "sub")
                    .replace("{name}", "zoe")
                    .replace("{device}", "attic")
                    .replace("{rest:.+}", "status");
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
        User user = users.find(each.visitor()).orElse(null);
        var camera = each.camera().isEmpty()
                ? null
                : registry.find(CameraId.of(each.camera())).orElse(null);
        var expected = Visitors.refusal(policy.decide(user, each.endpoint().action(), camera));
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
