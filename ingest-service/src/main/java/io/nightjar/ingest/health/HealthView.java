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
 * @param standIn what is shown instead; empty while nothing is
 * @param damaged so much arrives broken that the network is suspected
 */
public record HealthView(
        StreamId stream,
        Situation situation,
        Optional<StreamHealth.Media> media,
        Optional<Instant> mediaPlaneLost,
        Optional<Backoff> lastFailure,
        Optional<StandInView> standIn,
        boolean damaged) {

    /** A packager that restarts is back before this: nobody needs to know. */
    private static final Duration LASTING = Duration.ofSeconds(3);

    private record Trouble(ErrorKind kind, String reason) {}

    public StreamHealth health(Instant at, String instance) {
        var state = situation.state();
        var trouble = trouble(at);
        return new StreamHealth(
                stream,
                name(),
                standIn.map(StandInView::since).orElse(state.since()),
                at,
                trouble.map(Trouble::kind).orElse(null),
                trouble.map(Trouble::reason).orElse(null),
                trouble.map(known -> known.kind().hint()).orElse(null),
                nextTry(state),
                attempt(state),
                situation.restarts(),
                standIn.flatMap(StandInView::media).or(() -> media).orElse(null),
                instance,
                standIn.map(shown -> shown.words(stream.role())).orElse(null));
    }

    /** What viewers have: while something is shown instead, the stream is live to them. */
    public StreamState.Name name() {
        return standIn.isPresent() ? StreamState.Name.LIVE : situation.state().name();
    }

    public StreamTransition transition(StreamState.Name before, Instant at) {
        var trouble = trouble(at);
        var next = nextTry(situation.state());
        return new StreamTransition(
                stream,
                before,
                name(),
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
            case StreamState.Live live -> mediaPlane(at).or(this::damage);
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

    /** Long hunts for a fault in the software have ended at a switch and at a corroded plug. */
    private Optional<Trouble> damage() {
        return damaged
                ? Optional.of(new Trouble(
                        ErrorKind.SHORT_READ,
                        "Much of this stream arrives broken: the network or its cabling is suspected."))
                : Optional.empty();
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
