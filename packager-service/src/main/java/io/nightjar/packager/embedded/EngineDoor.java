// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.embedded;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.engine.Door;
import io.nightjar.kit.MediaTokens;
import io.nightjar.kit.Problem;
import io.nightjar.kit.Secret;
import io.nightjar.kit.ServiceToken;
import io.nightjar.kit.StreamPassword;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** Who may use the engine's RTSP: ingest publishes, services and holders of the stream password or a token read. */
final class EngineDoor implements Door {

    private final ServiceToken serviceToken;
    private final StreamPassword streamPassword;
    private final MediaTokens tokens;
    private final UnaryOperator<MediaPathName> demand;
    private volatile Set<StreamId> publishable = Set.of();

    /** {@code demand} asks for a path and names the one that carries it; fails with a {@link Problem}. */
    EngineDoor(
            ServiceToken serviceToken,
            StreamPassword streamPassword,
            MediaTokens tokens,
            UnaryOperator<MediaPathName> demand) {
        this.serviceToken = serviceToken;
        this.streamPassword = streamPassword;
        this.tokens = tokens;
        this.demand = demand;
    }

    /** Only streams of the registry may be published. */
    void publishable(Set<StreamId> streams) {
        publishable = Set.copyOf(streams);
    }

    @Override
    public Verdict mayPublish(MediaPathName path, Claim claim) {
        if (claim.username() == null || !proves(claim, claim.username())) {
            return Verdict.UNAUTHENTICATED;
        }
        return claim.username().equals(ServiceToken.PUBLISHER) && publishable.contains(path.stream())
                ? Verdict.ALLOWED
                : Verdict.FORBIDDEN;
    }

    @Override
    public Verdict mayRead(MediaPathName path, Claim claim) {
        if (claim.token() != null) {
            return tokens.verify(claim.token())
                    .map(grant -> grant.stream().equals(path.stream()) ? Verdict.ALLOWED : Verdict.FORBIDDEN)
                    .orElse(Verdict.UNAUTHENTICATED);
        }
        if (claim.username() == null || !proves(claim, claim.username())) {
            return Verdict.UNAUTHENTICATED;
        }
        return claim.username().equals(ServiceToken.PUBLISHER) ? Verdict.FORBIDDEN : Verdict.ALLOWED;
    }

    private boolean proves(Claim claim, String username) {
        var password = claim.password();
        return password != null
                && secretOf(username).filter(secret -> secret.matches(password)).isPresent();
    }

    @Override
    public Optional<String> passwordOf(String username) {
        return secretOf(username).map(Secret::value);
    }

    private Optional<Secret> secretOf(String username) {
        return switch (username) {
            case ServiceToken.PUBLISHER, ServiceToken.READER -> Optional.of(serviceToken);
            case StreamPassword.USER -> Optional.of(streamPassword);
            default -> Optional.empty();
        };
    }

    @Override
    public CompletionStage<MediaPathName> wanted(MediaPathName path) {
        try {
            return CompletableFuture.completedFuture(demand.apply(path));
        } catch (Problem problem) {
            return CompletableFuture.failedFuture(new NoSuchElementException(problem.detail()));
        }
    }
}
