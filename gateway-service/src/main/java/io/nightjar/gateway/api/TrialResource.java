// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.gateway.audit.AuditLog;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.policy.Needs;
import io.nightjar.gateway.session.Callers;
import io.nightjar.gateway.trial.TrialResult;
import io.nightjar.gateway.trial.Trials;
import io.nightjar.gateway.users.User;
import io.nightjar.kit.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Trying a camera out, and looking for cameras, before anything is added. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Cameras")
class TrialResource {
    private final Trials trials;
    private final TrialForm form;
    private final FoundCameras found;
    private final AuditLog audit;

    TrialResource(Trials trials, TrialForm form, FoundCameras found, AuditLog audit) {
        this.trials = trials;
        this.form = form;
        this.found = found;
        this.audit = audit;
    }

    @POST
    @Path("cameras/test")
    @Needs(Action.CAMERA_CREATE)
    @RunOnVirtualThread
    @Operation(
            summary = "Try a camera out",
            description = "Step by step: is the address allowed, does it answer, does it let us in, which streams are"
                    + " there, does video come. A camera that fails is an answer (ok is false), not an error. Nothing is"
                    + " stored. By id alone its stored credentials are used; when a camera of the API is changed, those it"
                    + " would have once it was saved like this. At a host other than the stored ones nothing stored is"
                    + " used, and remark says that the password must be given again. role limits the trial to main or"
                    + " sub. Takes up to 30 s; only a few may run at once.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = {
                                @ExampleObject(
                                        name = "address",
                                        value = "{\"url\": \"rtsp://user:password@192.168.1.20:554/stream\"}"),
                                @ExampleObject(
                                        name = "camera",
                                        value = "{\"vendor\": \"reolink\", \"host\": \"192.168.1.20\","
                                                + " \"credentials\": {\"username\": \"u\", \"password\": \"p\"}}"),
                                @ExampleObject(name = "stored", value = "{\"id\": \"gate\", \"role\": \"sub\"}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "How far it got",
            content = @Content(schema = @Schema(implementation = TrialResult.class)))
    @APIResponse(responseCode = "400", description = "Not a camera, or an address that must not be dialled")
    @APIResponse(responseCode = "404", description = "No camera with this id")
    @APIResponse(responseCode = "429", description = "Too many trials of this user at once")
    @APIResponse(responseCode = "503", description = "No ingest process answers")
    @APIResponse(responseCode = "504", description = "Not done after 30 s")
    public TrialResult test(@Nullable JsonNode body, @Context RoutingContext context) {
        var request = form.read(body);
        audit.done(context, "camera.test", request.camera().id().value());
        return trials.test(user(context), request);
    }

    @POST
    @Path("cameras/discover")
    @Needs(Action.CAMERA_CREATE)
    @RunOnVirtualThread
    @Operation(
            summary = "Look for cameras",
            description =
                    "Asks the networks of the ingest process for ONVIF cameras. Only proposes: each camera object,"
                            + " completed with credentials, can be sent to POST /api/cameras.")
    @APIResponse(responseCode = "429", description = "Too many searches of this user at once")
    @APIResponse(responseCode = "503", description = "No ingest process answers")
    public Page<FoundCameras.Proposal> discover(@Context RoutingContext context) {
        audit.done(context, "camera.discover", null);
        return new Page<>(found.propose(trials.discover(user(context))), null);
    }

    private static String user(RoutingContext context) {
        return Optional.ofNullable(Callers.user(context))
                .map(User::name)
                .orElseThrow(() -> Problem.of(Problem.Kind.UNAUTHENTICATED, "Nobody is signed in."));
    }
}
