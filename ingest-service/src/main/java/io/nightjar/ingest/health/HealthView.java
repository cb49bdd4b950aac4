// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.health;

import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.event.StreamTransition;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.contracts.stream.StreamState;
import io.nightjar.contracts.stream.StreamState.Backoff;
import io.nightjar.contracts.stream.StreamState.Rejected;
import io.nightjar.contracts.stream.StreamState.Stalled;
import io.nightjar.ingest.machine.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a situation and what was measured into the words of the topics.
 *
 * @param media what flows; empty before the first frame
 * @param mediaPlaneLost since when publishing fails
 * @param lastFailure what the attempt before this one ended with; empty once the stream was live again
 */
public record HealthView(
        StreamId stream,
        Situation situation,
        long restarts,
        Optional<StreamHealth.Media> media,
        Optional<Instant> mediaPlaneLost,
        Optional<Backoff> lastFailure) {

    /** A packager that restarts is back before this: nobody needs to know. */
    private static final Duration LASTING = Duration.ofSeconds(3);

    private record Trouble(ErrorKind kind, String reason) {}

    public StreamHealth health(Instant at, String instance) {
        var state = situation.state();
        var trouble = trouble(at);
        return new StreamHealth(
                stream,
                state.name(),
                state.since(),
                at,
                trouble.map(Trouble::kind).orElse(null),
                trouble.map(Trouble::reason).orElse(null),
                trouble.map(known -> known.kind().hint()).orElse(null),
                nextTry(state),
                attempt(state),
                restarts,
                media.orElse(null),
                instance);
    }

    public StreamTransition transition(StreamState before, Instant at) {
        var trouble = trouble(at);
        var next = nextTry(situation.state());
        return new StreamTransition(
                stream,
                before.name(),
                situation.state().name(),
                at,
                trouble.map(Trouble::kind).orElse(null),
                trouble.map(Trouble::reason).orElse(null),
                situation.attempt(),
                next == null ? null : Math.max(0, Duration.between(at, next).toMillis()));
    }

    private Optional<Trouble> trouble(Instant at) {
        return switch (situation.state()) {
            case Backoff backoff -> Optional.of(new Trouble(backoff.kind(), backoff.reason()));
            case Rejected rejected -> Optional.of(new Trouble(rejected.kind(), rejected.reason()));
            case Stalled stalled ->
                Optional.of(
                        new Trouble(ErrorKind.NO_FRAMES, "The connection is open, but no picture arrives any more."));
            case StreamState.Live live -> mediaPlane(at);
            case StreamState.Probing probing -> mediaPlane(at).or(this::before);
            case StreamState.Connecting connecting -> before();
            case StreamState.Idle idle -> Optional.empty();
            case StreamState.Stopped stopped -> Optional.empty();
        };
    }

    /** Trying again is no news: until it works, the reason is still the last one. */
    private Optional<Trouble> before() {
        return lastFailure.map(failure -> new Trouble(failure.kind(), failure.reason()));
    }

    private Optional<Trouble> mediaPlane(Instant at) {
        return mediaPlaneLost
                .filter(since -> !at.isBefore(since.plus(LASTING)))
                .map(since -> new Trouble(
                        ErrorKind.MEDIA_PLANE, "The camera's picture arrives, but the media server does not take it."));
    }

    private static @Nullable Instant nextTry(StreamState state) {
        return state instanceof Backoff backoff ? backoff.until() : null;
    }

    private int attempt(StreamState state) {
        return switch (state) {
            case StreamState.Connecting connecting -> connecting.attempt();
            case StreamState.Probing probing -> probing.attempt();
            case Backoff backoff -> backoff.attempt();
            case StreamState.Live live -> situation.failures();
            case Stalled stalled -> situation.failures();
            case Rejected rejected -> situation.failures();
            case StreamState.Idle idle -> 0;
            case StreamState.Stopped stopped -> 0;
        };
    }
}
