// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway;

import static io.restassured.RestAssured.given;

import io.nightjar.gateway.policy.Decision;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;

/** People of all kinds who come to the gateway under test, each signed in once. */
public final class Visitors {
    public static final String PASSWORD = "canary-visitor-password";
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static final Set<String> MADE = ConcurrentHashMap.newKeySet();

    private Visitors() {}

    public static RequestSpecification nobody() {
        return given().redirects().follow(false);
    }

    public static RequestSpecification as(String user) {
        return nobody().header("Authorization", "Bearer " + token(user));
    }

    public static RequestSpecification admin() {
        return as("admin");
    }

    /** The visitor's token; vera (viewer of gate), vic (viewer), otto (operator), ada (admin) and admin exist. */
    public static synchronized String token(String user) {
        var known = TOKENS.get(user);
        if (known == null) {
            known = freshToken(user);
            TOKENS.put(user, known);
        }
        return known;
    }

    /** Another session of the same visitor. */
    public static synchronized String freshToken(String user) {
        if (!user.equals("admin") && MADE.add(user)) {
            make(user);
        }
        return Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> signIn(user, password(user)), answer -> answer.statusCode() == 200)
                .path("token");
    }

    public static Response signIn(String user, String password) {
        return nobody().contentType("application/json")
                .body(Map.of("username", user, "password", password))
                .post("/api/session");
    }

    private static void make(String user) {
        var role = user.startsWith("v") ? "viewer" : user.startsWith("ada") ? "admin" : "operator";
        var cameras = user.startsWith("vera") ? ", \"cameras\": [\"gate\"]" : "";
        as("admin")
                .contentType("application/json")
                .body("{\"role\": \"" + role + "\", \"password\": \"" + PASSWORD + "\"" + cameras + "}")
                .put("/api/users/" + user)
                .then()
                .statusCode(200);
    }

    private static String password(String user) {
        return user.equals("admin") ? FakeHouse.ADMIN_PASSWORD : PASSWORD;
    }

    /** What the route answers when the policy says so; 0 when any answer of the route itself will do. */
    public static int refusal(Decision decision) {
        return switch (decision) {
            case ALLOWED -> 0;
            case SIGN_IN -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
        };
    }
}
