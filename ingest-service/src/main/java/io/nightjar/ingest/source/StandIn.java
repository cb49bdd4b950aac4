// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.ingest.health.StandInView;
import io.nightjar.ingest.session.Opened;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Shows the camera's other role where a stream's own cannot be had, from that role's session. Everything here runs on the
 * executor of the stream's runner.
 */
final class StandIn {

    private static final Logger LOG = Logger.getLogger(StandIn.class);
    /** Longer than the distance of two looks. */
    private static final Duration DEMANDED = Duration.ofSeconds(15);

    private final StreamId stream;
    private final Supplier<Optional<StreamRunner>> other;
    private final Clock clock;
    private final Runnable onChange;
    private final SessionKeeper keeper;
    private boolean running;
    private long number;
    private @Nullable Instant since;

    /**
     * Nothing is shown yet.
     *
     * @param other the runner of the camera's other role, if it has one of its own
     * @param onChange told when pictures begin or end to be shown
     */
    StandIn(
            StreamId stream,
            SessionParts parts,
            Supplier<Optional<StreamRunner>> other,
            Executor runner,
            Runnable onChange) {
        this.stream = stream;
        this.other = other;
        this.clock = parts.wall();
        this.onChange = onChange;
        this.keeper = new SessionKeeper(stream, parts.apart(), new Sessions(runner));
    }

    /** Begins, goes on or ends as it is wanted. */
    void look(boolean wanted, StreamSpec spec) {
        if (!wanted) {
            end();
            return;
        }
        var sibling = other.get();
        if (sibling.isEmpty()) {
            end();
            return;
        }
        sibling.get().demand(DEMANDED);
        if (!running && sibling.get().flows()) {
            running = true;
            keeper.open(++number, new RelaySession(sibling.get().relay()), stream + " stand-in", spec);
        }
    }

    boolean shown() {
        return since != null;
    }

    /** What is shown instead; empty while nothing is. */
    Optional<StandInView> view() {
        var from = since;
        return from == null
                ? Optional.empty()
                : Optional.of(new StandInView(stream.role().other(), from, keeper.media()));
    }

    void end() {
        if (running) {
            keeper.end();
            over();
        }
    }

    /** Completes when nothing is shown any more. */
    CompletableFuture<Void> ended() {
        return keeper.ended();
    }

    private void over() {
        running = false;
        if (since != null) {
            since = null;
            LOG.infof(
                    "Stand-in ended camera=%s role=%s",
                    stream.camera(), stream.role().wire());
            onChange.run();
        }
    }

    private void begun() {
        since = clock.instant();
        LOG.infof(
                "Stand-in shown camera=%s role=%s servedBy=%s",
                stream.camera(), stream.role().wire(), stream.role().other().wire());
        onChange.run();
    }

    /** Brings what the session says onto the runner's executor. */
    private final class Sessions implements SessionListener {

        private final Executor runner;

        Sessions(Executor runner) {
            this.runner = runner;
        }

        @Override
        public void dialling(long session) {}

        @Override
        public void answered(long session, Opened opened) {}

        @Override
        public void published(long session) {
            now(session, StandIn.this::begun);
        }

        @Override
        public void sourceChanged(long session) {
            now(session, StandIn.this::end);
        }

        @Override
        public void failed(long session, ErrorKind kind, String reason) {
            now(session, StandIn.this::end);
        }

        private void now(long session, Runnable work) {
            runner.execute(() -> {
                if (running && session == number) {
                    work.run();
                }
            });
        }
    }
}
