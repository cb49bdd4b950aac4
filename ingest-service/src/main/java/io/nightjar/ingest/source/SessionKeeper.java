// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.ingest.health.Facts;
import io.nightjar.ingest.picture.StreamPictures;
import io.nightjar.ingest.session.SessionPlan;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Holds the one session a source may have. Used by its runner alone. */
final class SessionKeeper {

    private final StreamId stream;
    private final IngestContext context;
    private final SessionParts parts;
    private final SessionListener listener;
    private @Nullable SessionRun current;
    private CompletableFuture<Void> previous = CompletableFuture.completedFuture(null);

    SessionKeeper(StreamId stream, IngestContext context, StreamPictures pictures, SessionListener listener) {
        this.stream = stream;
        this.context = context;
        this.parts = new SessionParts(context.plane(), pictures, context.steady(), context.clock());
        this.listener = listener;
    }

    /** Ends the session there is, if any, and begins the next when that has ended. */
    void open(long number, SessionPlan plan) {
        end();
        var session = context.sessions().session(plan);
        var run = new SessionRun(stream, number, session, parts, listener, context.opening());
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
        return feed().flatMap(
                        flow -> opened.flatMap(open -> MediaView.of(flow, open, parts.pictures(), context.clock())));
    }

    Optional<Instant> mediaPlaneLostSince() {
        return feed().flatMap(SessionFeed::mediaPlaneLostSince);
    }

    private Optional<SessionFeed> feed() {
        return Optional.ofNullable(current).flatMap(SessionRun::feed);
    }
}
