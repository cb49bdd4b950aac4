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
import jakarta.ws.rs.POST;
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

/** Having a head to oneself for a while. */
@Path("/api")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "PTZ")
class PtzLeaseResource {
    private final Forwarder forwarder;
    private final AuditLog audit;

    PtzLeaseResource(Forwarder forwarder, AuditLog audit) {
        this.forwarder = forwarder;
        this.audit = audit;
    }

    @POST
    @Path("cameras/{id}/ptz/lease")
    @Needs(Action.PTZ_MOVE)
    @Operation(
            summary = "Take a head for oneself",
            description =
                    "Nobody else moves it meanwhile, but everybody may stop it. With take an administrator takes it"
                            + " from who holds it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PtzShapes.NewLease.class),
                            examples = @ExampleObject(name = "lease", value = "{\"seconds\": 60}")))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PtzShapes.Lease.class)))
    @APIResponse(responseCode = "409", description = "Somebody else has it; the document says who, and how long.")
    public Uni<Response> take(@PathParam("id") String id, @Nullable JsonNode body, @Context RoutingContext context) {
        return audit.following(context, HeadAudit.LEASE_TAKE, id, forwarder.toHead(context, id, body));
    }

    @DELETE
    @Path("cameras/{id}/ptz/lease")
    @Needs(Action.PTZ_MOVE)
    @Operation(summary = "Give a head back")
    public Uni<Response> giveBack(@PathParam("id") String id, @Context RoutingContext context) {
        return audit.following(context, HeadAudit.LEASE_GIVE_BACK, id, forwarder.toHead(context, id, null));
    }
}
