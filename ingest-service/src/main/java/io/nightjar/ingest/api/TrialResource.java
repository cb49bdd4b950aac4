// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.api;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.ingest.trial.Proposal;
import io.nightjar.ingest.trial.Search;
import io.nightjar.ingest.trial.TrialRequest;
import io.nightjar.ingest.trial.TrialResult;
import io.nightjar.ingest.trial.Trials;
import io.nightjar.kit.Problem;
import io.nightjar.kit.secrets.Secrets;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trying a camera out, and looking for cameras. What runs is not touched by either. */
@Path("/internal/ingest")
@Blocking
public class TrialResource {

    private final Trials trials;
    private final Secrets secrets;
    private final Search search;

    TrialResource(Trials trials, Secrets secrets, Search search) {
        this.trials = trials;
        this.secrets = secrets;
        this.search = search;
    }

    @POST
    @Path("test")
    public TrialResult test(@Nullable TrialRequest request) {
        var camera = request == null ? null : request.camera();
        if (request == null || camera == null) {
            throw Problem.invalid("Say which camera to try.");
        }
        var device = Optional.ofNullable(request.device());
        return trials.run(
                camera,
                Optional.ofNullable(request.role()),
                device,
                request.credentials() == null
                        ? secrets.of(camera, device)
                        : Optional.of(request.credentials()).filter(given -> !given.equals(Credentials.NOTHING)));
    }

    /** What was found in the networks of this process. */
    public record Found(List<Proposal> items) {}

    @POST
    @Path("discover")
    public Found discover() {
        return new Found(search.run());
    }
}
