// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.event.PtzStatus.BridgeNeed;
import io.nightjar.gateway.audit.AuditLog;
import io.nightjar.gateway.head.Bridge;
import io.nightjar.gateway.head.Bridges;
import io.nightjar.gateway.head.HeadCall;
import io.nightjar.gateway.head.HeadCaller;
import io.nightjar.gateway.head.HeadCalls;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.policy.Needs;
import io.nightjar.gateway.registry.Devices;
import io.nightjar.kit.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a vendor's bridge asks of the operator before it works. */
@Path("/api")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
class BridgeResource {
    /** A bridge asks its vendor's cloud. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int LONGEST = 64;

    private final Devices devices;
    private final Bridges bridges;
    private final HeadCalls calls;
    private final AuditLog audit;

    BridgeResource(Devices devices, Bridges bridges, HeadCalls calls, AuditLog audit) {
        this.devices = devices;
        this.bridges = bridges;
        this.calls = calls;
        this.audit = audit;
    }

    @GET
    @Path("devices/{device}/bridge")
    @Needs(Action.DEVICES_UNLOCK)
    @Operation(
            summary = "How it is with a bridge",
            description = "With the picture whose text it asks for, if it does.")
    public Uni<Bridge> bridge(@PathParam("device") String id) {
        var device = known(id);
        return bridges.find(device)
                .map(found -> found.orElseThrow(() -> Problem.unavailable(
                                "Nothing is known of a bridge \"" + device + "\" right now.")
                        .withHint("If this device is a bridge, it is being connected to; try again in a moment.")));
    }

    @POST
    @Path("devices/{device}/captcha")
    @Needs(Action.DEVICES_UNLOCK)
    @Operation(summary = "Read a bridge's picture to it", description = "Its vendor asks for the text in a picture.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PtzShapes.Captcha.class),
                            examples = @ExampleObject(name = "captcha", value = "{\"text\": \"f7kq\"}")))
    public Uni<Response> captcha(
            @PathParam("device") String device, @Nullable JsonNode body, @Context RoutingContext context) {
        return unlock(BridgeNeed.CAPTCHA, "text", device, body, context);
    }

    @POST
    @Path("devices/{device}/verify-code")
    @Needs(Action.DEVICES_UNLOCK)
    @Operation(
            summary = "Give a bridge its code",
            description = "Its vendor mailed a code to the owner of the account.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PtzShapes.Code.class),
                            examples = @ExampleObject(name = "code", value = "{\"code\": \"123456\"}")))
    public Uni<Response> verifyCode(
            @PathParam("device") String device, @Nullable JsonNode body, @Context RoutingContext context) {
        return unlock(BridgeNeed.VERIFY_CODE, "code", device, body, context);
    }

    private Uni<Response> unlock(
            BridgeNeed need, String field, String id, @Nullable JsonNode body, RoutingContext context) {
        var device = known(id);
        var typed = body == null ? "" : body.path(field).asText("").strip();
        if (typed.isEmpty() || typed.length() > LONGEST) {
            throw Problem.invalid(
                    "Send what was typed as \"" + field + "\".",
                    Map.of(field, "must be a text of 1 to " + LONGEST + " characters"));
        }
        audit.done(context, "device." + need.wire(), device.value());
        var call = new HeadCall(
                null,
                "POST",
                "/devices/" + device + "/" + need.wire(),
                Map.of(field, typed),
                HeadCaller.of(context),
                Map.of(),
                PATIENCE);
        return bridges.find(device)
                .flatMap(found ->
                        found.map(bridge -> calls.pass(call, bridge.instance())).orElseGet(() -> calls.pass(call)))
                .map(Forwarder::answer);
    }

    private DeviceId known(String id) {
        if (!CameraId.isValid(id)) {
            throw Problem.notFound("There is no such device.");
        }
        return devices.get(new DeviceId(id)).id();
    }
}
