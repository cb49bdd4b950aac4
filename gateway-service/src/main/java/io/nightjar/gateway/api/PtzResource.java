// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.gateway.audit.AuditLog;
import io.nightjar.gateway.head.HeadAudit;
import io.nightjar.gateway.head.HeadCaller;
import io.nightjar.gateway.head.HeadOrders;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.policy.Needs;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Moving a head. Answered by the process that moves it; a page holds its buttons over the live socket instead. */
@Path("/api")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "PTZ",
        description =
                "A head that cannot, or a camera without ptz among its capabilities, says why in a problem document;"
                        + " 409 while somebody else moves the camera, 502 when it does not answer.")
class PtzResource {
    private final Forwarder forwarder;
    private final HeadOrders orders;
    private final MoveMemory moves;
    private final AuditLog audit;

    PtzResource(Forwarder forwarder, HeadOrders orders, MoveMemory moves, AuditLog audit) {
        this.forwarder = forwarder;
        this.orders = orders;
        this.moves = moves;
        this.audit = audit;
    }

    @GET
    @Path("cameras/{id}/ptz/status")
    @Needs(Action.PTZ_READ)
    @Operation(summary = "How a head is", description = "Where it points, who moves it, what it can do.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PtzShapes.Status.class),
                            examples =
                                    @ExampleObject(
                                            name = "moving",
                                            value = "{\"position\": {\"pan\": 0.2, \"tilt\": -0.1, \"zoom\": 0},"
                                                    + " \"moving\": true, \"lease\": {\"holder\": \"anna\","
                                                    + " \"until\": \"2026-03-01T10:00:05Z\"}, \"driver\": \"onvif\","
                                                    + " \"abilities\": {\"panTilt\": true, \"zoom\": true}}")))
    public Uni<Response> status(@PathParam("id") String id, @Context RoutingContext context) {
        return forwarder.toHead(context, id, null);
    }

    @POST
    @Path("cameras/{id}/ptz/move")
    @Needs(Action.PTZ_MOVE)
    @Operation(
            summary = "Move",
            description = "Answers when the camera has. Moving takes the camera's lease for 5 s past the last order.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PtzShapes.Move.class),
                            examples = {
                                @ExampleObject(name = "hold", value = "{\"pan\": -0.5, \"tilt\": 0, \"zoom\": 0}"),
                                @ExampleObject(name = "timed", value = "{\"pan\": 1, \"timeoutMs\": 800}")
                            }))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PtzShapes.Moved.class)))
    public Uni<Response> move(@PathParam("id") String id, @Nullable JsonNode body, @Context RoutingContext context) {
        return forwarder
                .askHead(context, id, body)
                .invoke(answer -> moves.moved(context, id, answer))
                .onFailure()
                .invoke(failure -> moves.failed(context, id, failure))
                .map(Forwarder::answer);
    }

    @POST
    @Path("cameras/{id}/ptz/stop")
    @Needs(Action.PTZ_MOVE)
    @Operation(
            summary = "Stop",
            description = "Always goes out at once, whoever moves the camera, and again while nobody takes it; answers"
                    + " when the camera confirmed it.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "stop", value = "{}")))
    @APIResponse(responseCode = "200", description = "It stands still.")
    public Uni<Response> stop(@PathParam("id") String id, @Nullable JsonNode body, @Context RoutingContext context) {
        var press = body == null ? null : body.get("press");
        // A stop is not refused over a number that makes no sense.
        var named = press != null && press.isIntegralNumber() && press.canConvertToLong() && press.asLong() > 0
                ? OptionalLong.of(press.asLong())
                : OptionalLong.empty();
        var stop = orders.stop(CameraId.of(id), HeadCaller.of(context), named, () -> true);
        return audit.following(context, HeadAudit.STOP, id, stop).map(said -> Response.ok(
                        said.isMissingNode() ? JsonNodeFactory.instance.objectNode() : said, MediaType.APPLICATION_JSON)
                .build());
    }

    @POST
    @Path("cameras/{id}/ptz/home")
    @Needs(Action.PTZ_MOVE)
    @Operation(summary = "Go home")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "home", value = "{}")))
    public Uni<Response> home(@PathParam("id") String id, @Nullable JsonNode body, @Context RoutingContext context) {
        return pass(context, HeadAudit.HOME, id, body);
    }

    @PUT
    @Path("cameras/{id}/ptz/home")
    @Needs(Action.PTZ_MOVE)
    @Operation(summary = "Make the present position home")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "home", value = "{}")))
    public Uni<Response> setHome(@PathParam("id") String id, @Nullable JsonNode body, @Context RoutingContext context) {
        return pass(context, HeadAudit.HOME_SET, id, body);
    }

    @POST
    @Path("cameras/{id}/ptz/position")
    @Needs(Action.PTZ_MOVE)
    @Operation(summary = "Go to a position", description = "For heads with the ability absolute.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PtzShapes.Position.class),
                            examples =
                                    @ExampleObject(
                                            name = "position",
                                            value = "{\"pan\": 0.25, \"tilt\": -0.1, \"zoom\": 0.5}")))
    public Uni<Response> position(
            @PathParam("id") String id, @Nullable JsonNode body, @Context RoutingContext context) {
        return pass(context, HeadAudit.POSITION, id, body);
    }

    @POST
    @Path("cameras/{id}/ptz/step")
    @Needs(Action.PTZ_MOVE)
    @Operation(summary = "Move a way", description = "For heads with the ability relative or steps.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PtzShapes.Step.class),
                            examples =
                                    @ExampleObject(name = "step", value = "{\"pan\": 0.1, \"tilt\": 0, \"zoom\": 0}")))
    public Uni<Response> step(@PathParam("id") String id, @Nullable JsonNode body, @Context RoutingContext context) {
        return pass(context, HeadAudit.STEP, id, body);
    }

    private Uni<Response> pass(RoutingContext context, String action, String id, @Nullable JsonNode body) {
        return audit.following(context, action, id, forwarder.toHead(context, id, body));
    }
}
