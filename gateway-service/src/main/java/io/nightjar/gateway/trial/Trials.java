// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.trial;

import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.kit.InternalClient;
import io.nightjar.kit.Problem;
import io.nightjar.kit.secrets.Secrets;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has an ingest process try a camera out, or look for cameras. Blocks until it is done, at most half a minute. */
@Singleton
public class Trials {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final String TEST = "/internal/ingest/test";
    private static final String DISCOVER = "/internal/ingest/discover";

    private final IngestProcesses ingest;
    private final InternalClient client;
    private final TrialLimiter limiter;
    private final Secrets secrets;

    Trials(IngestProcesses ingest, InternalClient client, TrialLimiter limiter, Secrets secrets) {
        this.ingest = ingest;
        this.client = client;
        this.limiter = limiter;
        this.secrets = secrets;
    }

    /** @param user who asks: each may only try a few at once */
    public TrialResult test(String user, TrialRequest request) {
        return limiter.run(user, () -> ask(TEST, request, TrialResult.class)
                .cleaned(new Redaction(known(request)), request.remark()));
    }

    public List<FoundCamera> discover(String user) {
        return limiter.run(
                user, () -> ask(DISCOVER, null, FoundCamera.Found.class).items());
    }

    private Optional<Credentials> known(TrialRequest request) {
        return Optional.ofNullable(request.credentials())
                .or(() -> secrets.of(request.camera(), Optional.ofNullable(request.device())));
    }

    private <T> T ask(String path, @Nullable Object body, Class<T> answer) {
        var addresses = ingest.addresses();
        if (addresses.isEmpty()) {
            throw unavailable();
        }
        var said = ask(addresses, path, body)
                .ifNoItem()
                .after(DEADLINE)
                .failWith(Trials::late)
                .await()
                .indefinitely();
        try {
            return ContractsJson.mapper().readValue(said.body().getBytes(), answer);
        } catch (IOException garbled) {
            // Its text quotes the answer.
            throw Problem.of(Problem.Kind.INTERNAL, "The ingest process answered something that is not understood.");
        }
    }

    private Uni<InternalClient.Answer> ask(List<String> addresses, String path, @Nullable Object body) {
        var asked = client.exchange("POST", addresses.getFirst(), path, body, DEADLINE)
                .onFailure(Problem.class)
                .transform(failure -> told(failure));
        return addresses.size() == 1
                ? asked
                : asked.onFailure(Trials::isAway)
                        .recoverWithUni(() -> ask(addresses.subList(1, addresses.size()), path, body));
    }

    /** What an internal call says of itself, said of the trial. */
    private static Problem told(Problem problem) {
        return switch (problem.kind()) {
            case UNAVAILABLE, NOT_FOUND -> unavailable();
            case TIMEOUT -> late();
            default -> problem;
        };
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof Problem problem && problem.kind() == Problem.Kind.UNAVAILABLE;
    }

    private static Problem unavailable() {
        return Problem.unavailable("No ingest process can be asked at the moment; this mends itself, try again.");
    }

    private static Problem late() {
        return Problem.of(
                        Problem.Kind.TIMEOUT, "This took longer than " + DEADLINE.toSeconds() + " s and was given up.")
                .withHint("Check that the camera is on and reachable, and try again.");
    }
}
