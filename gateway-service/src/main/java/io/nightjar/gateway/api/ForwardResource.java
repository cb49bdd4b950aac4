// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.gateway.audit.AuditLog;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.policy.Guard;
import io.nightjar.gateway.policy.Needs;
import io.nightjar.kit.InternalClient;
import io.nightjar.kit.Neighbours;
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
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Passes on what other services answer: {@code /api/x} is {@code /internal/ptz/x} or {@code /internal/recording/x}. */
@Path("/api")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "PTZ and recordings", description = "Answered by the services that own them.")
class ForwardResource {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PUBLIC = "/api/";

    private final InternalClient client;
    private final Neighbours neighbours;
    private final Guard guard;
    private final AuditLog audit;

    ForwardResource(InternalClient client, Neighbours neighbours, Guard guard, AuditLog audit) {
        this.client = client;
        this.neighbours = neighbours;
        this.guard = guard;
        this.audit = audit;
    }

    @GET
    @Path("cameras/{id}/ptz/{rest:.+}")
    @Needs(Action.PTZ_READ)
    @Operation(summary = "Ask a head", description = "Status, presets, patrols.")
    public Uni<Response> askHead(@Context RoutingContext context) {
        return ptz(context, null);
    }

    @POST
    @Path("cameras/{id}/ptz/{rest:.+}")
    @Needs(Action.PTZ_MOVE)
    @Operation(summary = "Move a head", description = "move, stop, home, presets and patrols.")
    public Uni<Response> moveHead(@Nullable JsonNode body, @Context RoutingContext context) {
        return ptz(context, body);
    }

    @DELETE
    @Path("cameras/{id}/ptz/{rest:.+}")
    @Needs(Action.PTZ_MOVE)
    @Operation(summary = "Forget a preset, a patrol or a lease")
    public Uni<Response> forgetOfHead(@Context RoutingContext context) {
        return ptz(context, null);
    }

    @POST
    @Path("devices/{device}/captcha")
    @Needs(Action.DEVICES_UNLOCK)
    @Operation(summary = "Read a bridge's picture to it", description = "Its vendor asks for the text in a picture.")
    public Uni<Response> captcha(
            @PathParam("device") String device, @Nullable JsonNode body, @Context RoutingContext context) {
        audit.done(context, "device.captcha", device);
        return ptz(context, body);
    }

    @POST
    @Path("devices/{device}/verify-code")
    @Needs(Action.DEVICES_UNLOCK)
    @Operation(
            summary = "Give a bridge its code",
            description = "Its vendor mailed a code to the owner of the account.")
    public Uni<Response> verifyCode(
            @PathParam("device") String device, @Nullable JsonNode body, @Context RoutingContext context) {
        audit.done(context, "device.verify-code", device);
        return ptz(context, body);
    }

    @GET
    @Path("recordings")
    @Needs(Action.FOOTAGE_BROWSE)
    @Operation(summary = "List recordings", description = "Of one camera with camera=.")
    public Uni<Response> recordings(@QueryParam("camera") @Nullable String camera, @Context RoutingContext context) {
        if (camera != null) {
            guard.check(context, Action.FOOTAGE_READ, camera);
        }
        return recording(context, null);
    }

    @GET
    @Path("recordings/{rest:.+}")
    @Needs(Action.FOOTAGE_MANAGE)
    @Operation(summary = "One recording, its video or its thumbnail")
    public Uni<Response> footage(@Context RoutingContext context) {
        return recording(context, null);
    }

    @PUT
    @Path("recordings/{rest:.+}")
    @Needs(Action.FOOTAGE_MANAGE)
    @Operation(summary = "Hold a recording")
    public Uni<Response> hold(@Nullable JsonNode body, @Context RoutingContext context) {
        return recording(context, body);
    }

    @DELETE
    @Path("recordings/{rest:.+}")
    @Needs(Action.FOOTAGE_MANAGE)
    @Operation(summary = "Delete a recording")
    public Uni<Response> deleteFootage(@Context RoutingContext context) {
        return recording(context, null);
    }

    @POST
    @Path("exports")
    @Needs(Action.FOOTAGE_MANAGE)
    @Operation(summary = "Export footage")
    public Uni<Response> export(@Nullable JsonNode body, @Context RoutingContext context) {
        return recording(context, body);
    }

    @GET
    @Path("exports/{rest:.+}")
    @Needs(Action.FOOTAGE_MANAGE)
    @Operation(summary = "One export")
    public Uni<Response> exported(@Context RoutingContext context) {
        return recording(context, null);
    }

    @GET
    @Path("cameras/{id}/recording/{rest:.+}")
    @Needs(Action.FOOTAGE_READ)
    @Operation(summary = "How a camera is recorded")
    public Uni<Response> recordingSettings(@Context RoutingContext context) {
        return recording(context, null);
    }

    @POST
    @Path("cameras/{id}/recording/{rest:.+}")
    @Needs(Action.RECORD_CONTROL)
    @Operation(summary = "Start or stop recording")
    public Uni<Response> controlRecording(@Nullable JsonNode body, @Context RoutingContext context) {
        return recording(context, body);
    }

    @PUT
    @Path("cameras/{id}/recording/{rest:.+}")
    @Needs(Action.RECORD_CONTROL)
    @Operation(summary = "Change how a camera is recorded")
    public Uni<Response> changeRecording(@Nullable JsonNode body, @Context RoutingContext context) {
        return recording(context, body);
    }

    @GET
    @Path("cameras/{id}/timeline")
    @Needs(Action.FOOTAGE_READ)
    @Operation(summary = "What was recorded when")
    public Uni<Response> timeline(@Context RoutingContext context) {
        return recording(context, null);
    }

    @GET
    @Path("cameras/{id}/vod.m3u8")
    @Needs(Action.FOOTAGE_READ)
    @Operation(summary = "Footage of any range as HLS")
    public Uni<Response> vod(@Context RoutingContext context) {
        return recording(context, null);
    }

    private Uni<Response> ptz(RoutingContext context, @Nullable JsonNode body) {
        return pass(neighbours::ptz, "ptz", context, body);
    }

    private Uni<Response> recording(RoutingContext context, @Nullable JsonNode body) {
        return pass(neighbours::recording, "recording", context, body);
    }

    private Uni<Response> pass(Supplier<String> service, String name, RoutingContext context, @Nullable JsonNode body) {
        var request = context.request();
        var path = "/internal/" + name + "/" + context.normalizedPath().substring(PUBLIC.length());
        var query = request.query() == null ? "" : "?" + request.query();
        return client.exchange(request.method().name(), service.get(), path + query, body, PATIENCE)
                .map(ForwardResource::answer);
    }

    private static Response answer(InternalClient.Answer answer) {
        var type = answer.headers().get("Content-Type");
        return Response.status(answer.status())
                .entity(answer.body().getBytes())
                .type(type == null ? MediaType.APPLICATION_JSON : type)
                .build();
    }
}
