// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.nightjar.contracts.camera.CameraId;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.Map;

/** What a service of the house looks like to the kit. */
@Path("/")
public class SampleResource {

    public record Thing(CameraId camera, int amount, Instant at) {}

    @GET
    @Path("internal/sample/hello")
    public Map<String, String> hello() {
        return Map.of("hello", "neighbour");
    }

    @PUT
    @Path("internal/sample/things/{name}")
    public Thing put(@PathParam("name") String name, Thing thing) {
        return thing;
    }

    @DELETE
    @Path("internal/sample/things/{name}")
    public void delete(@PathParam("name") String name) {
        throw Problem.of(Problem.Kind.CONFLICT, "The thing is in use.").withHint("Stop it first.");
    }

    @GET
    @Path("api/sample/broken")
    public String broken() {
        throw new IllegalStateException("password=geheim");
    }

    @POST
    @Path("api/sample/things")
    public Thing post(Thing thing) {
        return thing;
    }

    @GET
    @Path("api/sample/unsupported")
    public Multi<String> unsupported() {
        throw Problem.unsupported("Not in this version.");
    }
}
