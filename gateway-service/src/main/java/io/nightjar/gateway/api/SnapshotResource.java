// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.gateway.pictures.LastPictures;
import io.nightjar.gateway.pictures.Snapshots;
import io.nightjar.gateway.pictures.Taken;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.policy.Needs;
import io.nightjar.gateway.registry.Registry;
import io.nightjar.kit.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The newest picture of a camera; when the camera is away, the last one that was taken, saying when. */
@Path("/api")
@Tag(name = "Pictures", description = "Single and moving pictures. X-Captured-At says when a picture was taken.")
class SnapshotResource {
    private static final int WIDEST = 3840;

    private final Registry registry;
    private final Snapshots snapshots;
    private final LastPictures lastPictures;

    SnapshotResource(Registry registry, Snapshots snapshots, LastPictures lastPictures) {
        this.registry = registry;
        this.snapshots = snapshots;
        this.lastPictures = lastPictures;
    }

    @GET
    @Path("cameras/{id}/snapshot.jpg")
    @Needs(Action.WATCH)
    @Produces({"image/jpeg", "application/problem+json"})
    @Operation(
            summary = "The newest picture",
            description = "Of the role (sub unless said), as wide as it is or as asked. Whether it is live is told by"
                    + " X-Captured-At: a picture of a camera that is away is the last one taken.")
    public Uni<Response> snapshot(
            @PathParam("id") String id,
            @QueryParam("role") @DefaultValue("sub") String role,
            @QueryParam("width") @DefaultValue("0") int width) {
        var camera = registry.find(CameraId.of(id))
                .orElseThrow(() -> Problem.notFound("There is no camera \"" + id + "\"."));
        var wanted = Role.parse(role).orElseThrow(() -> Problem.invalid("The role is main or sub."));
        return newest(camera, wanted, Math.clamp(width, 0, WIDEST))
                .onFailure()
                .recoverWithUni(away -> kept(camera.id()))
                .map(SnapshotResource::answer);
    }

    private Uni<Taken> newest(CameraSpec camera, Role role, int width) {
        return camera.servedBy(role)
                .map(source -> snapshots.now(new StreamId(camera.id(), source), width))
                .orElseGet(() -> Uni.createFrom().failure(Problem.unsupported("This camera has no video.")));
    }

    private Uni<Taken> kept(CameraId camera) {
        return Uni.createFrom()
                .item(() -> lastPictures.find(camera))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(picture -> picture.orElseThrow(() -> Problem.unavailable("There is no picture of this camera yet.")
                        .withHint("There will be one once the camera has been live.")));
    }

    private static Response answer(Taken picture) {
        return Response.ok(picture.jpeg().getBytes())
                .type("image/jpeg")
                .header("X-Captured-At", picture.at().toString())
                .build();
    }
}
