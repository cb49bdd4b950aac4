// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.api;

import io.nightjar.packager.plane.MediaPlane;
import io.nightjar.packager.plane.PathState;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;

/** What this media plane holds, for the other services. */
@Path("/internal/packager")
@Produces(MediaType.APPLICATION_JSON)
public class PackagerResource {

    private final MediaPlane plane;

    PackagerResource(MediaPlane plane) {
        this.plane = plane;
    }

    @GET
    @Path("info")
    public Info info() {
        return new Info(plane.engine(), plane.rtspPort());
    }

    @GET
    @Path("paths")
    public List<PathState> paths() {
        return plane.paths().stream()
                .sorted(Comparator.comparing(PathState::path))
                .toList();
    }

    public record Info(String engine, int rtspPort) {}
}
