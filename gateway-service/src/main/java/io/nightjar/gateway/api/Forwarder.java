// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.gateway.head.HeadCall;
import io.nightjar.gateway.head.HeadCaller;
import io.nightjar.gateway.head.HeadCalls;
import io.nightjar.kit.InternalClient;
import io.nightjar.kit.Neighbours;
import io.nightjar.kit.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Passes requests on to the services that answer them, and their answers back. Of a request's headers none goes along but
 * the one that asks whether a picture changed.
 */
@Singleton
class Forwarder {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PUBLIC = "/api/";
    private static final String CONDITION = "If-None-Match";
    private static final List<String> KEPT = List.of("Cache-Control", "ETag", "Last-Modified", "X-Captured-At");

    private final InternalClient client;
    private final HeadCalls heads;
    private final Neighbours neighbours;

    Forwarder(InternalClient client, HeadCalls heads, Neighbours neighbours) {
        this.client = client;
        this.heads = heads;
        this.neighbours = neighbours;
    }

    /** {@code /api/x} is {@code /internal/recording/x}. */
    Uni<Response> toRecording(RoutingContext context, @Nullable JsonNode body) {
        var path = "/internal/recording/" + context.normalizedPath().substring(PUBLIC.length()) + query(context);
        return client.exchange(context.request().method().name(), neighbours.recording(), path, body, PATIENCE)
                .map(Forwarder::answer);
    }

    Uni<Response> toHead(RoutingContext context, String id, @Nullable JsonNode body) {
        return askHead(context, id, body).map(Forwarder::answer);
    }

    /** Goes to who moves the head. What stands behind the camera in the path is passed on as it was written. */
    Uni<InternalClient.Answer> askHead(RoutingContext context, String id, @Nullable JsonNode body) {
        var camera = CameraId.of(id);
        var path = context.normalizedPath().substring(PUBLIC.length() - 1);
        if (!path.startsWith("/cameras/" + camera + "/ptz/")) {
            // The camera that was asked for and the one that was allowed must be one and the same.
            return Uni.createFrom().failure(Problem.notFound("There is nothing at this address."));
        }
        return heads.pass(new HeadCall(
                camera,
                context.request().method().name(),
                path + query(context),
                body,
                HeadCaller.of(context),
                condition(context),
                PATIENCE));
    }

    static Response answer(InternalClient.Answer answer) {
        var type = answer.headers().get("Content-Type");
        var response = Response.status(answer.status());
        KEPT.stream()
                .filter(answer.headers()::contains)
                .forEach(name -> response.header(name, answer.headers().get(name)));
        if (answer.body().length() > 0) {
            response.entity(answer.body().getBytes()).type(type == null ? MediaType.APPLICATION_JSON : type);
        }
        return response.build();
    }

    private static Map<String, String> condition(RoutingContext context) {
        var condition = context.request().getHeader(CONDITION);
        return condition == null ? Map.of() : Map.of(CONDITION, condition);
    }

    private static String query(RoutingContext context) {
        var query = context.request().query();
        return query == null ? "" : "?" + query;
    }
}
