// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.gateway.audit.AuditLog;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.policy.Guard;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was recorded; answered by the service that records. */
@Path("/api")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Recordings", description = "Answered by the service that records.")
class RecordingResource {
    private final Forwarder forwarder;
    private final Guard guard;
    private final AuditLog audit;

    RecordingResource(Forwarder forwarder, Guard guard, AuditLog audit) {
        this.forwarder = forwarder;
        this.guard = guard;
        this.audit = audit;
    }

    @GET
    @Path("recordings")
    @Needs(Action.FOOTAGE_BROWSE)
    @Operation(summary = "List recordings", description = "Of one camera with camera=.")
    public Uni<Response> recordings(@QueryParam("camera") @Nullable String camera, @Context RoutingContext context) {
        if (camera != null) {
            guard.check(context, Action.FOOTAGE_READ, camera);
        }
        return forwarder.toRecording(context, null);
    }

    @GET
    @Path("recordings/{rest:.+}")
    @Needs(Action.FOOTAGE_MANAGE)
    @Operation(summary = "One recording, its video or its thumbnail")
    public Uni<Response> footage(@Context RoutingContext context) {
        return forwarder.toRecording(context, null);
    }

    @PUT
    @Path("recordings/{rest:.+}")
    @Needs(Action.FOOTAGE_MANAGE)
    @Operation(summary = "Hold a recording")
    public Uni<Response> hold(
            @PathParam("rest") String recording, @Nullable JsonNode body, @Context RoutingContext context) {
        return change(context, "recording.hold", recording, body);
    }

    @DELETE
    @Path("recordings/{rest:.+}")
    @Needs(Action.FOOTAGE_MANAGE)
    @Operation(summary = "Delete a recording")
    public Uni<Response> deleteFootage(@PathParam("rest") String recording, @Context RoutingContext context) {
        return change(context, "recording.delete", recording, null);
    }

    @POST
    @Path("exports")
    @Needs(Action.FOOTAGE_MANAGE)
    @Operation(summary = "Export footage")
    public Uni<Response> export(@Nullable JsonNode body, @Context RoutingContext context) {
        return change(context, "recording.export", null, body);
    }

    @GET
    @Path("exports/{rest:.+}")
    @Needs(Action.FOOTAGE_MANAGE)
    @Operation(summary = "One export")
    public Uni<Response> exported(@Context RoutingContext context) {
        return forwarder.toRecording(context, null);
    }

    @GET
    @Path("cameras/{id}/recording/{rest:.+}")
    @Needs(Action.FOOTAGE_READ)
    @Operation(summary = "How a camera is recorded")
    public Uni<Response> recordingSettings(@Context RoutingContext context) {
        return forwarder.toRecording(context, null);
    }

    @POST
    @Path("cameras/{id}/recording/{rest:.+}")
    @Needs(Action.RECORD_CONTROL)
    @Operation(summary = "Start or stop recording")
    public Uni<Response> controlRecording(
            @PathParam("id") String id, @Nullable JsonNode body, @Context RoutingContext context) {
        return change(context, "recording.control", id, body);
    }

    @PUT
    @Path("cameras/{id}/recording/{rest:.+}")
    @Needs(Action.RECORD_CONTROL)
    @Operation(summary = "Change how a camera is recorded")
    public Uni<Response> changeRecording(
            @PathParam("id") String id, @Nullable JsonNode body, @Context RoutingContext context) {
        return change(context, "recording.change", id, body);
    }

    @GET
    @Path("cameras/{id}/timeline")
    @Needs(Action.FOOTAGE_READ)
    @Operation(summary = "What was recorded when")
    public Uni<Response> timeline(@Context RoutingContext context) {
        return forwarder.toRecording(context, null);
    }

    @GET
    @Path("cameras/{id}/vod.m3u8")
    @Needs(Action.FOOTAGE_READ)
    @Operation(summary = "Footage of any range as HLS")
    public Uni<Response> vod(@Context RoutingContext context) {
        return forwarder.toRecording(context, null);
    }

    private Uni<Response> change(
            RoutingContext context, String action, @Nullable String target, @Nullable JsonNode body) {
        audit.done(context, action, target);
        return forwarder.toRecording(context, body);
    }
}
