// SPDX-License-Identifier: Apache-2.0
package io.nightjar.recording;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.kit.CameraDirectory;
import io.nightjar.kit.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** What the gateway asks about footage. Every question gets an answer that names its reason. */
@Path("/internal/recording")
public class RecordingResource {

    private static final String OF_CAMERA =
            "cameras/{camera}/{what: (recording/(start|stop|settings)|timeline|vod\\.m3u8)}";
    private static final String FOOTAGE = "{what: (recordings|exports)(/.+)?}";

    private final CameraDirectory directory;

    RecordingResource(CameraDirectory directory) {
        this.directory = directory;
    }

    @GET
    @Path(OF_CAMERA)
    public Uni<Void> askCamera(@PathParam("camera") String camera) {
        return refuse(camera);
    }

    @POST
    @Path(OF_CAMERA)
    public Uni<Void> orderCamera(@PathParam("camera") String camera) {
        return refuse(camera);
    }

    @PUT
    @Path(OF_CAMERA)
    public Uni<Void> changeCamera(@PathParam("camera") String camera) {
        return refuse(camera);
    }

    @GET
    @Path(FOOTAGE)
    public Uni<Void> askFootage() {
        return Uni.createFrom().failure(RecordingResource::notYet);
    }

    @POST
    @Path(FOOTAGE)
    public Uni<Void> orderFootage() {
        return Uni.createFrom().failure(RecordingResource::notYet);
    }

    @PUT
    @Path(FOOTAGE)
    public Uni<Void> changeFootage() {
        return Uni.createFrom().failure(RecordingResource::notYet);
    }

    @DELETE
    @Path(FOOTAGE)
    public Uni<Void> removeFootage() {
        return Uni.createFrom().failure(RecordingResource::notYet);
    }

    private Uni<Void> refuse(String camera) {
        return Uni.createFrom().failure(() -> refusal(directory.get(camera)));
    }

    private static Problem refusal(CameraSpec camera) {
        return Problem.unsupported(
                        "This version of Nightjar cannot record yet, so nothing of " + camera.id() + " is kept.")
                .withHint("Live video and health of the camera work without it.");
    }

    private static Problem notYet() {
        return Problem.unsupported("This version of Nightjar cannot record yet, so there is no footage.");
    }
}
