// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.gateway.audit.AuditLog;
import io.nightjar.gateway.live.LiveState;
import io.nightjar.gateway.live.StreamView;
import io.nightjar.gateway.live.StreamViews;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.policy.Needs;
import io.nightjar.gateway.registry.Registry;
import io.nightjar.kit.InternalClient;
import io.nightjar.kit.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The streams of a camera: how they are, and whether they should run. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Streams", description = "What each role of a camera does, and where to watch it.")
class StreamResource {

    /** How a camera is: each of its sources as ingest measured it last, if that is recent. */
    record CameraHealth(CameraId camera, List<StreamView> streams, List<StreamHealth> sources) {}

    private final Registry registry;
    private final LiveState state;
    private final StreamViews views;
    private final InternalClient client;
    private final AuditLog audit;

    StreamResource(Registry registry, LiveState state, StreamViews views, InternalClient client, AuditLog audit) {
        this.registry = registry;
        this.state = state;
        this.views = views;
        this.client = client;
        this.audit = audit;
    }

    @GET
    @Path("cameras/{id}/streams")
    @Needs(Action.CAMERA_READ)
    @Operation(summary = "Streams", description = "One entry per role, with state, reason and addresses to watch.")
    public Page<StreamView> streams(@PathParam("id") String id) {
        return new Page<>(views.of(camera(id)), null);
    }

    @GET
    @Path("cameras/{id}/health")
    @Needs(Action.CAMERA_READ)
    @Operation(
            summary = "Health",
            description = "What is measured where frames pass: age, rate, breaks, frozen, black.")
    public CameraHealth health(@PathParam("id") String id) {
        var camera = camera(id);
        var sources = camera.sources().stream()
                .flatMap(source -> state.fresh(source).stream())
                .map(StreamResource::withoutInstance)
                .toList();
        return new CameraHealth(camera.id(), views.of(camera), sources);
    }

    @POST
    @Path("cameras/{id}/streams/{role}/start")
    @Needs(Action.STREAM_CONTROL)
    @RunOnVirtualThread
    @Operation(summary = "Switch a stream on", description = "Sets what is wanted; repeating it changes nothing.")
    public List<StreamView> start(
            @PathParam("id") String id, @PathParam("role") String role, @Context RoutingContext context) {
        return enable(id, role, true, context);
    }

    @POST
    @Path("cameras/{id}/streams/{role}/stop")
    @Needs(Action.STREAM_CONTROL)
    @RunOnVirtualThread
    @Operation(summary = "Switch a stream off", description = "It stays off until it is switched on again.")
    public List<StreamView> stop(
            @PathParam("id") String id, @PathParam("role") String role, @Context RoutingContext context) {
        return enable(id, role, false, context);
    }

    @POST
    @Path("cameras/{id}/streams/{role}/restart")
    @Needs(Action.STREAM_CONTROL)
    @Operation(summary = "Open a stream anew", description = "Hangs up and dials again; nothing else is restarted.")
    public Uni<List<StreamView>> restart(
            @PathParam("id") String id, @PathParam("role") String role, @Context RoutingContext context) {
        var camera = camera(id);
        var source = source(camera, role);
        var heard = state.heard(source)
                .orElseThrow(() -> Problem.unavailable("Nobody reads this stream yet; it starts by itself."));
        audit.done(context, "stream.restart", id);
        return client.post(heard.health().instance(), "/internal/ingest/streams/" + source + "/restart", null)
                .map(done -> views.of(camera));
    }

    private List<StreamView> enable(String id, String role, boolean enabled, RoutingContext context) {
        registry.enable(source(camera(id), role), enabled);
        audit.done(context, enabled ? "stream.start" : "stream.stop", id);
        return views.of(camera(id));
    }

    private CameraSpec camera(String id) {
        return registry.find(CameraId.of(id)).orElseThrow(() -> Problem.notFound("There is no camera \"" + id + "\"."));
    }

    /** The stream that really runs for the role. */
    private static StreamId source(CameraSpec camera, String role) {
        var wanted = Role.parse(role).orElseThrow(() -> Problem.notFound("A role is main or sub."));
        return camera.servedBy(wanted)
                .map(serving -> new StreamId(camera.id(), serving))
                .orElseThrow(() -> Problem.unsupported("This camera has no video, only events."));
    }

    /** Where ingest runs is nobody's business outside. */
    private static StreamHealth withoutInstance(StreamHealth health) {
        return new StreamHealth(
                health.stream(),
                health.state(),
                health.since(),
                health.at(),
                health.error(),
                health.reason(),
                health.hint(),
                health.nextTry(),
                health.attempt(),
                health.restarts(),
                health.media(),
                "");
    }
}
