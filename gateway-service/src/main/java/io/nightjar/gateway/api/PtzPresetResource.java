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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Positions that a head remembers. Their tokens are opaque and may hold anything, a slash too. */
@Path("/api")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "PTZ")
class PtzPresetResource {
    private final Forwarder forwarder;
    private final AuditLog audit;

    PtzPresetResource(Forwarder forwarder, AuditLog audit) {
        this.forwarder = forwarder;
        this.audit = audit;
    }

    @GET
    @Path("cameras/{id}/ptz/presets")
    @Needs(Action.PTZ_READ)
    @Operation(summary = "List presets")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PtzShapes.Presets.class),
                            examples =
                                    @ExampleObject(
                                            name = "presets",
                                            value = "{\"items\": [{\"token\": \"1\", \"name\": \"Gate\","
                                                    + " \"picture\": true}], \"next\": null}")))
    public Uni<Response> presets(@PathParam("id") String id, @Context RoutingContext context) {
        return forwarder.toHead(context, id, null);
    }

    @POST
    @Path("cameras/{id}/ptz/presets")
    @Needs(Action.PTZ_MOVE)
    @Operation(summary = "Remember the present position", description = "With a token that preset is overwritten.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PtzShapes.NewPreset.class),
                            examples = @ExampleObject(name = "new", value = "{\"name\": \"Gate\"}")))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PtzShapes.Preset.class)))
    public Uni<Response> save(@PathParam("id") String id, @Nullable JsonNode body, @Context RoutingContext context) {
        return audit.following(context, HeadAudit.PRESET_SAVE, id, forwarder.toHead(context, id, body));
    }

    @POST
    @Path("cameras/{id}/ptz/presets/{preset}/goto")
    @Needs(Action.PTZ_MOVE)
    @Operation(summary = "Go to a preset", description = "preset is its token, percent-encoded as one segment.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "goto", value = "{}")))
    public Uni<Response> goTo(
            @PathParam("id") String id,
            @PathParam("preset") String preset,
            @Nullable JsonNode body,
            @Context RoutingContext context) {
        return audit.following(context, HeadAudit.PRESET_GOTO, id, forwarder.toHead(context, id, body));
    }

    @DELETE
    @Path("cameras/{id}/ptz/presets/{preset}")
    @Needs(Action.PTZ_MOVE)
    @Operation(summary = "Forget a preset", description = "preset is its token, percent-encoded as one segment.")
    public Uni<Response> forget(
            @PathParam("id") String id, @PathParam("preset") String preset, @Context RoutingContext context) {
        return audit.following(context, HeadAudit.PRESET_DELETE, id, forwarder.toHead(context, id, null));
    }

    @GET
    @Path("cameras/{id}/ptz/presets/{preset}/picture.jpg")
    @Needs(Action.PTZ_READ)
    @Operation(summary = "What is seen from a preset", description = "As it was when the preset was saved or visited.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Response> picture(
            @PathParam("id") String id, @PathParam("preset") String preset, @Context RoutingContext context) {
        return forwarder.toHead(context, id, null);
    }
}
