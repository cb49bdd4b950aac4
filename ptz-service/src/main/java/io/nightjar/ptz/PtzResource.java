// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz;

import io.nightjar.kit.CameraDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** What the gateway asks of heads. Every question about a known camera gets an answer that names its reason. */
@Path("/internal/ptz/cameras/{camera}/ptz")
public class PtzResource {

    private static final String ANYTHING = "{command: (move|stop|home|status|lease|(presets|patrols)(/.+)?)}";

    private final CameraDirectory directory;

    PtzResource(CameraDirectory directory) {
        this.directory = directory;
    }

    @GET
    @Path(ANYTHING)
    public Uni<Void> ask(@PathParam("camera") String camera) {
        return refuse(camera);
    }

    @POST
    @Path(ANYTHING)
    public Uni<Void> order(@PathParam("camera") String camera) {
        return refuse(camera);
    }

    @PUT
    @Path(ANYTHING)
    public Uni<Void> change(@PathParam("camera") String camera) {
        return refuse(camera);
    }

    @DELETE
    @Path(ANYTHING)
    public Uni<Void> remove(@PathParam("camera") String camera) {
        return refuse(camera);
    }

    private Uni<Void> refuse(String camera) {
        return Uni.createFrom().failure(() -> PtzRules.refusal(directory.get(camera)));
    }
}
