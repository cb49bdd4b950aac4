// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.api;

import io.nightjar.ingest.picture.PictureStream;
import io.nightjar.ingest.source.StreamRunner;
import io.nightjar.kit.Problem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** Pictures of a stream: one, or one after the other. */
@Path("/internal/ingest")
public class PicturesResource {

    private static final int MAX_WIDTH = 8192;

    private final StreamLookup streams;

    PicturesResource(StreamLookup streams) {
        this.streams = streams;
    }

    /** Encoding takes a few milliseconds, so not on an event loop. */
    @GET
    @Path("snapshot/{camera}/{role}.jpg")
    @Produces("image/jpeg")
    @Blocking
    public Response snapshot(
            @PathParam("camera") String camera,
            @PathParam("role") String role,
            @QueryParam("width") @DefaultValue("0") int width) {
        var picture = streams.find(camera, role)
                .pictures()
                .newest(checked(width))
                .orElseThrow(() -> Problem.unavailable("There is no picture of this stream yet.")
                        .withHint("Try again when the stream is live."));
        return Response.ok(picture.bytes())
                .header("X-Captured-At", PictureStream.capturedAt(picture))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("mjpeg/{camera}/{role}")
    @Produces(PictureStream.CONTENT_TYPE)
    public Multi<byte[]> mjpeg(
            @PathParam("camera") String camera,
            @PathParam("role") String role,
            @QueryParam("fps") @DefaultValue("0") double fps,
            @QueryParam("width") @DefaultValue("0") int width) {
        StreamRunner runner = streams.find(camera, role);
        runner.demand(PictureStream.FIRST_PICTURE);
        return PictureStream.of(runner.pictures(), fps, checked(width));
    }

    private static int checked(int width) {
        if (width < 0 || width > MAX_WIDTH) {
            throw Problem.invalid("A width lies between 0 (as it is) and " + MAX_WIDTH + ".");
        }
        return width;
    }
}
