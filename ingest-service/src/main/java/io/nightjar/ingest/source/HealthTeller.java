// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.contracts.stream.StreamState;
import io.nightjar.ingest.health.HealthView;
import io.nightjar.ingest.machine.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Tells the others how a stream is. Used by its runner alone, but for {@link #newest}. */
final class HealthTeller {

    private static final Duration REPORT_EVERY = Duration.ofSeconds(5);
    /** The first picture tells no rate yet: this much later there is one to tell. */
    private static final Duration MEASURED = Duration.ofMillis(1_500);

    private final StreamId stream;
    private final IngestContext context;
    private final SessionKeeper session;
    private final StandIn standIn;
    private final Alarm measured;
    private final Future<?> reports;
    private Optional<StreamState.Backoff> lastFailure = Optional.empty();
    private StreamState.Name told;
    private volatile StreamHealth newest;

    /** @param onReport rung when it is time to report */
    HealthTeller(
            StreamId stream,
            IngestContext context,
            SessionKeeper session,
            StandIn standIn,
            Situation situation,
            Runnable onReport) {
        this.stream = stream;
        this.context = context;
        this.session = session;
        this.standIn = standIn;
        this.measured = new Alarm(context.timer(), onReport);
        this.told = situation.state().name();
        this.newest = view(situation)
                .health(context.clock().instant(), context.reporter().instance());
        long period = REPORT_EVERY.toMillis();
        // All streams in the same moment: then one waking and one request to the broker do for all of them.
        long first = period - System.nanoTime() / 1_000_000 % period;
        this.reports = context.timer().scheduleAtFixedRate(onReport, first, period, TimeUnit.MILLISECONDS);
    }

    /** From any thread. */
    StreamHealth newest() {
        return newest;
    }

    /** Something may have changed: what is news goes out at once. */
    void news(Situation situation, StreamSpec spec, Instant at) {
        rememberFailure(situation);
        var view = view(situation);
        if (told != view.name()) {
            context.reporter().transition(view.transition(told, at));
            told = view.name();
            if (told == StreamState.Name.LIVE) {
                measured.in(MEASURED);
            }
        }
        var before = newest;
        var fresh = view.health(at, context.reporter().instance());
        newest = fresh;
        if (fresh.state() != StreamState.Name.LIVE) {
            context.contacts().look(stream, spec, fresh);
        }
        if (fresh.state() != before.state() || fresh.error() != before.error() || fresh.attempt() != before.attempt()) {
            context.reporter().health(fresh);
        }
    }

    /** Tells all of it, changed or not. */
    void report(Situation situation, StreamSpec spec, Instant at) {
        var fresh = view(situation).health(at, context.reporter().instance());
        newest = fresh;
        context.reporter().health(fresh);
        context.contacts().look(stream, spec, fresh);
    }

    void close() {
        reports.cancel(false);
        measured.cancel();
    }

    private void rememberFailure(Situation situation) {
        if (situation.state() instanceof StreamState.Backoff failure) {
            lastFailure = Optional.of(failure);
        } else if (situation.failures() == 0 || situation.state() instanceof StreamState.Live) {
            lastFailure = Optional.empty();
        }
    }

    private HealthView view(Situation situation) {
        return new HealthView(
                stream,
                situation,
                session.media(),
                session.mediaPlaneLostSince(),
                lastFailure,
                standIn.view(),
                session.damaged());
    }
}
