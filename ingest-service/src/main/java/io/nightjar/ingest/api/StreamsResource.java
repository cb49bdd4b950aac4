// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.api;

import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.ingest.Ingest;
import io.nightjar.ingest.session.CameraLog;
import io.nightjar.kit.Problem;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.List;

/** What runs here, and what can be asked of it. */
@Path("/internal/ingest")
@NonBlocking
public class StreamsResource {

    private final Ingest ingest;
    private final StreamLookup streams;

    StreamsResource(Ingest ingest, StreamLookup streams) {
        this.ingest = ingest;
        this.streams = streams;
    }

    @GET
    @Path("streams")
    public List<StreamHealth> streams() {
        return ingest.sources().health();
    }

    @PUT
    @Path("demand/{camera}/{role}")
    public void demand(
            @PathParam("camera") String camera,
            @PathParam("role") String role,
            @QueryParam("seconds") @DefaultValue("30") int seconds,
            @QueryParam("as") @DefaultValue("") String as) {
        if (seconds < 1) {
            throw Problem.invalid("A lease lasts at least one second.");
        }
        var stream = streams.find(camera, role);
        var length = Duration.ofSeconds(seconds);
        switch (as) {
            case "" -> stream.demand(length);
            case "web" -> stream.demandForBrowsers(length);
            default -> throw Problem.invalid("A stream is leased as it is, or as=web for browsers.");
        }
    }

    /** Shows or hides the details of a camera's sessions in the log, until the next start. */
    @PUT
    @Path("log/{camera}")
    public void log(@PathParam("camera") String camera, @QueryParam("details") @DefaultValue("true") boolean details) {
        CameraLog.details(streams.camera(camera), details);
    }

    @POST
    @Path("streams/{camera}/{role}/restart")
    public void restart(@PathParam("camera") String camera, @PathParam("role") String role) {
        streams.find(camera, role).restart();
    }
}
