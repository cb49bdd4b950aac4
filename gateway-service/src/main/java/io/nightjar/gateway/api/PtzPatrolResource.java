// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.gateway.audit.AuditLog;
import io.nightjar.gateway.head.HeadAudit;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.policy.Needs;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Rounds that a head makes by itself: presets, and how long it stays at each. */
@Path("/api")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "PTZ")
class PtzPatrolResource {
    private static final String EXAMPLE =
            "{\"name\": \"Night\", \"steps\": [{\"preset\": \"1\", \"dwellSeconds\": 20}, {\"preset\": \"2\","
                    + " \"dwellSeconds\": 10}], \"resumeAfterSeconds\": 60}";

    private final Forwarder forwarder;
    private final AuditLog audit;

    PtzPatrolResource(Forwarder forwarder, AuditLog audit) {
        this.forwarder = forwarder;
        this.audit = audit;
    }

    @GET
    @Path("cameras/{id}/ptz/patrols")
    @Needs(Action.PTZ_READ)
    @Operation(summary = "List patrols")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PtzShapes.Patrols.class)))
    public Uni<Response> patrols(@PathParam("id") String id, @Context RoutingContext context) {
        return forwarder.toHead(context, id, null);
    }

    @POST
    @Path("cameras/{id}/ptz/patrols")
    @Needs(Action.PTZ_MOVE)
    @Operation(summary = "Add a patrol")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PtzShapes.NewPatrol.class),
                            examples = @ExampleObject(name = "night", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PtzShapes.Patrol.class)))
    public Uni<Response> create(@PathParam("id") String id, @Nullable JsonNode body, @Context RoutingContext context) {
        return pass(context, HeadAudit.PATROL_CREATE, id, body);
    }

    @PUT
    @Path("cameras/{id}/ptz/patrols/{patrol}")
    @Needs(Action.PTZ_MOVE)
    @Operation(summary = "Change a patrol", description = "Replaces it; one that runs goes on as it is now.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PtzShapes.NewPatrol.class),
                            examples = @ExampleObject(name = "night", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PtzShapes.Patrol.class)))
    public Uni<Response> update(
            @PathParam("id") String id,
            @PathParam("patrol") String patrol,
            @Nullable JsonNode body,
            @Context RoutingContext context) {
        return pass(context, HeadAudit.PATROL_UPDATE, id, body);
    }

    @DELETE
    @Path("cameras/{id}/ptz/patrols/{patrol}")
    @Needs(Action.PTZ_MOVE)
    @Operation(summary = "Forget a patrol")
    public Uni<Response> delete(
            @PathParam("id") String id, @PathParam("patrol") String patrol, @Context RoutingContext context) {
        return pass(context, HeadAudit.PATROL_DELETE, id, null);
    }

    @POST
    @Path("cameras/{id}/ptz/patrols/{patrol}/start")
    @Needs(Action.PTZ_MOVE)
    @Operation(summary = "Begin a patrol", description = "It gives way to whoever moves the head.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "start", value = "{}")))
    public Uni<Response> start(
            @PathParam("id") String id,
            @PathParam("patrol") String patrol,
            @Nullable JsonNode body,
            @Context RoutingContext context) {
        return pass(context, HeadAudit.PATROL_START, id, body);
    }

    @POST
    @Path("cameras/{id}/ptz/patrols/{patrol}/stop")
    @Needs(Action.PTZ_MOVE)
    @Operation(summary = "End a patrol")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "stop", value = "{}")))
    public Uni<Response> stop(
            @PathParam("id") String id,
            @PathParam("patrol") String patrol,
            @Nullable JsonNode body,
            @Context RoutingContext context) {
        return pass(context, HeadAudit.PATROL_STOP, id, body);
    }

    private Uni<Response> pass(RoutingContext context, String action, String id, @Nullable JsonNode body) {
        return audit.following(context, action, id, forwarder.toHead(context, id, body));
    }
}
