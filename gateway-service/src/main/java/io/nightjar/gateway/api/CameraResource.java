// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.gateway.audit.AuditLog;
import io.nightjar.gateway.live.CameraViews;
import io.nightjar.gateway.live.StreamViews;
import io.nightjar.gateway.policy.AccessPolicy;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.policy.Needs;
import io.nightjar.gateway.registry.Registry;
import io.nightjar.gateway.session.Caller;
import io.nightjar.gateway.session.Callers;
import io.nightjar.gateway.users.User;
import io.nightjar.kit.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The cameras of the registry: seen by those they are granted to, changed by administrators. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Cameras", description = "The registry. Credentials are write-only; addresses are shown to administrators.")
class CameraResource {
    private final Registry registry;
    private final CameraForm form;
    private final RegistrationForm registrations;
    private final CameraViews views;
    private final StreamViews streams;
    private final AccessPolicy policy;
    private final AuditLog audit;

    CameraResource(
            Registry registry,
            CameraForm form,
            RegistrationForm registrations,
            CameraViews views,
            StreamViews streams,
            AccessPolicy policy,
            AuditLog audit) {
        this.registry = registry;
        this.form = form;
        this.registrations = registrations;
        this.views = views;
        this.streams = streams;
        this.policy = policy;
        this.audit = audit;
    }

    @GET
    @Path("cameras")
    @Needs(Action.BROWSE)
    @Operation(
            summary = "List cameras",
            description = "Granted cameras in the order of their ids. Hidden ones only with hidden=true, for"
                    + " administrators. A next that is not null goes into after for the next page.")
    public Page<ObjectNode> list(
            @QueryParam("hidden") @DefaultValue("false") boolean hidden,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("after") @Nullable String after,
            @Context RoutingContext context) {
        var user = user(context);
        List<CameraSpec> granted = registry.snapshot().cameras().values().stream()
                .filter(camera -> policy.may(user, Action.CAMERA_READ, camera))
                .filter(camera -> hidden || !camera.hidden())
                .filter(camera -> after == null || camera.id().value().compareTo(after) > 0)
                .toList();
        return Page.of(granted, limit, camera -> camera.id().value()).map(camera -> view(camera, user));
    }

    @POST
    @Path("cameras")
    @Needs(Action.CAMERA_CREATE)
    @RunOnVirtualThread
    @Operation(
            summary = "Add a camera",
            description = "Without an id one is made of the name. Addresses of this machine and of the cloud's own"
                    + " services are refused. A wrong field is named in fields. The short form {name, rtsp} of earlier"
                    + " programs is understood; an address that is registered already answers 200 with its camera.")
    public Response create(@Nullable JsonNode body, @Context RoutingContext context) {
        var filled = form.read(body, null);
        if (body instanceof ObjectNode given && RegistrationForm.recognises(given)) {
            var first = registrations.registered(filled.camera());
            if (first.isPresent()) {
                return answer(Response.ok(), first.get(), filled.warnings(), context);
            }
        }
        registry.create(filled.camera(), filled.given());
        var id = filled.camera().id();
        audit.done(context, "camera.create", id.value());
        return answer(Response.created(URI.create("/api/cameras/" + id)), id, filled.warnings(), context);
    }

    @GET
    @Path("cameras/{id}")
    @Needs(Action.CAMERA_READ)
    @Operation(summary = "One camera", description = "An unknown camera and one that is not granted answer alike: 404.")
    public Response get(@PathParam("id") String id, @Context RoutingContext context) {
        return answer(Response.ok(), CameraId.of(id), List.of(), context);
    }

    @PUT
    @Path("cameras/{id}")
    @Needs(Action.CAMERA_UPDATE)
    @RunOnVirtualThread
    @Operation(
            summary = "Change a camera",
            description =
                    "Replaces the object. Credentials, and each part of them, stay when they are absent; null takes"
                            + " them away. With"
                            + " If-Match a change that somebody else made meanwhile is not overwritten. Cameras of a file: 409.")
    public Response update(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String expected,
            @Nullable JsonNode body,
            @Context RoutingContext context) {
        var camera = CameraId.of(id);
        requireUnchanged(camera, expected, context);
        var filled = form.read(body, camera);
        registry.update(filled.camera(), filled.credentials());
        audit.done(context, "camera.update", id);
        return answer(Response.ok(), camera, filled.warnings(), context);
    }

    @DELETE
    @Path("cameras/{id}")
    @Needs(Action.CAMERA_DELETE)
    @RunOnVirtualThread
    @Operation(summary = "Remove a camera", description = "Recordings stay. Cameras of a file: 409.")
    public void delete(@PathParam("id") String id, @Context RoutingContext context) {
        registry.delete(CameraId.of(id));
        audit.done(context, "camera.delete", id);
    }

    private void requireUnchanged(CameraId id, @Nullable String expected, RoutingContext context) {
        var camera = registry.find(id);
        if (expected != null
                && !expected.equals("*")
                && camera.isPresent()
                && !expected.equals(EntityTags.of(views.of(camera.get(), user(context))))) {
            throw Problem.of(Problem.Kind.CONFLICT, "Somebody changed this camera meanwhile.")
                    .withHint("Load it again and repeat your change.");
        }
    }

    private Response answer(
            Response.ResponseBuilder builder, CameraId id, List<String> warnings, RoutingContext context) {
        var camera = registry.find(id).orElseThrow(() -> Problem.notFound("There is no camera \"" + id + "\"."));
        var user = user(context);
        var body = view(camera, user);
        if (!warnings.isEmpty()) {
            warnings.forEach(body.putArray("warnings")::add);
        }
        return builder.header("ETag", EntityTags.of(views.of(camera, user)))
                .entity(body)
                .build();
    }

    private ObjectNode view(CameraSpec camera, User user) {
        var view = views.of(camera, user);
        var states = view.putObject("states");
        streams.of(camera).forEach(stream -> states.put(stream.role().wire(), stream.state()));
        return view;
    }

    private static User user(RoutingContext context) {
        return Callers.of(context)
                .map(Caller::user)
                .orElseThrow(() -> Problem.of(Problem.Kind.UNAUTHENTICATED, "Nobody is signed in."));
    }
}
