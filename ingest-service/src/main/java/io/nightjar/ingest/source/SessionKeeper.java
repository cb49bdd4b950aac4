// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.ingest.health.Facts;
import io.nightjar.ingest.session.CameraSession;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Holds the one session a source may have. Used by its runner alone. */
final class SessionKeeper {

    private final StreamId stream;
    private final SessionParts parts;
    private final SessionListener listener;
    private @Nullable SessionRun current;
    private CompletableFuture<Void> previous = CompletableFuture.completedFuture(null);

    SessionKeeper(StreamId stream, SessionParts parts, SessionListener listener) {
        this.stream = stream;
        this.parts = parts;
        this.listener = listener;
    }

    /**
     * Ends the session there is, if any, and begins the next when that has ended.
     *
     * @param host at which it takes its turn to be opened
     * @param spec what becomes of what it reads
     */
    void open(long number, CameraSession session, String host, StreamSpec spec) {
        end();
        var run = new SessionRun(stream, number, session, parts, listener, host, spec);
        current = run;
        run.startAfter(previous);
        previous = run.ended();
    }

    /** Asks the session to end. */
    void end() {
        var running = current;
        current = null;
        if (running != null) {
            running.close();
        }
    }

    /** Completes when the newest session has ended. */
    CompletableFuture<Void> ended() {
        return previous;
    }

    Facts facts() {
        return feed().map(SessionFeed::facts).orElse(Facts.NONE);
    }

    /** What flows; empty before the first frame. */
    Optional<StreamHealth.Media> media() {
        var opened = Optional.ofNullable(current).flatMap(SessionRun::opened);
        return feed().flatMap(flow -> opened.flatMap(open -> MediaView.of(flow, open, parts.pictures(), parts.wall())));
    }

    Optional<Instant> mediaPlaneLostSince() {
        return feed().flatMap(SessionFeed::mediaPlaneLostSince);
    }

    /** So much of it arrives broken that the network is suspected. */
    boolean damaged() {
        var running = current;
        return running != null && running.damaged();
    }

    private Optional<SessionFeed> feed() {
        return Optional.ofNullable(current).flatMap(SessionRun::feed);
    }
}
