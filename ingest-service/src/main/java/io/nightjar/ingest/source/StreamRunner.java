// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.contracts.stream.StreamState;
import io.nightjar.ingest.demand.Lease;
import io.nightjar.ingest.health.Facts;
import io.nightjar.ingest.health.HealthView;
import io.nightjar.ingest.machine.Effect;
import io.nightjar.ingest.machine.Event;
import io.nightjar.ingest.machine.Situation;
import io.nightjar.ingest.picture.StreamPictures;
import io.nightjar.ingest.session.Opened;
import io.nightjar.ingest.session.Remembered;
import io.nightjar.ingest.session.SessionPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what the machine decides for one source. Everything here runs on the runner's own executor, one thing after
 * the other: that is what makes it the single writer of the stream's state.
 */
public final class StreamRunner {

    private static final Logger LOG = Logger.getLogger(StreamRunner.class);
    private static final Duration REPORT_EVERY = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofMillis(1_500);
    /** While pictures are watched the stream is wanted, without anybody renewing a lease. */
    private static final Duration WATCHED = Duration.ofSeconds(10);

    private final StreamId stream;
    private final IngestContext context;
    private final StreamPictures pictures;
    private final ExecutorService own;
    private final Future<?> reports;
    private final SessionListener listener = new Sessions();
    private SourceSpec spec;
    private Situation situation;
    private Lease lease;
    private Optional<Credentials> used = Optional.empty();
    private @Nullable SessionRun current;
    private @Nullable Future<?> wake;
    private @Nullable Future<?> leaseCheck;
    private Optional<StreamState.Backoff> lastFailure = Optional.empty();
    private boolean probing;
    private long restarts;
    private boolean closed;
    private CompletableFuture<Void> previous = CompletableFuture.completedFuture(null);
    private volatile StreamHealth health;

    StreamRunner(SourceSpec spec, IngestContext context) {
        this.stream = spec.stream();
        this.spec = spec;
        this.context = context;
        this.pictures = new StreamPictures(stream);
        this.lease = Lease.none(context.demandGrace());
        this.situation = Situation.initial(now(), spec.wish(false));
        this.health = view().health(now(), context.reporter().instance());
        this.own = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("runner " + stream).factory());
        this.reports = context.timer()
                .scheduleAtFixedRate(
                        () -> run(this::report),
                        REPORT_EVERY.toMillis(),
                        REPORT_EVERY.toMillis(),
                        TimeUnit.MILLISECONDS);
        run(() -> handle(new Event.Wished(now(), spec.wish(false))));
    }

    public StreamId stream() {
        return stream;
    }

    public StreamPictures pictures() {
        return pictures;
    }

    /** The newest health; read from any thread. */
    public StreamHealth health() {
        return health;
    }

    /** Somebody wants the stream for this long. */
    public void demand(Duration length) {
        run(() -> extend(length));
    }

    public void restart() {
        run(() -> handle(new Event.RestartAsked(now())));
    }

    void configure(SourceSpec changed) {
        run(() -> {
            boolean sameDial = changed.dialsLike(spec);
            spec = changed;
            handle(new Event.Wished(now(), spec.wish(lease.holds(now()))));
            if (!sameDial) {
                context.memory().forget(stream);
                handle(new Event.Reconfigured(now()));
            }
        });
    }

    /** The secrets changed: those of this camera perhaps. */
    void checkCredentials() {
        run(() -> {
            if (situation.wish().run() && !context.credentials().apply(spec).equals(used)) {
                handle(new Event.CredentialsChanged(now()));
            }
        });
    }

    /** Ends the session; completes when it has ended. */
    CompletableFuture<Void> close() {
        var ended = new CompletableFuture<Void>();
        run(() -> {
            closed = true;
            reports.cancel(false);
            cancel(wake);
            cancel(leaseCheck);
            endSession();
            var unused = previous.whenComplete((done, failure) -> ended.complete(null));
        });
        own.shutdown();
        return ended;
    }

    private void run(Runnable work) {
        try {
            own.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException fault) {
                    LOG.errorf(fault, "A step failed by a fault camera=%s role=%s", stream.camera(), role());
                }
            });
        } catch (RejectedExecutionException over) {
            LOG.debugf("Too late for a closed stream camera=%s role=%s", stream.camera(), role());
        }
    }

    private void handle(Event event) {
        if (closed) {
            return;
        }
        var before = situation;
        var step = context.machine().next(before, event);
        situation = step.situation();
        step.effects().forEach(this::perform);
        scheduleWake(step.wake());
        rememberFailure();
        var view = view();
        if (before.state().name() != situation.state().name()) {
            context.reporter().transition(view.transition(before.state(), event.at()));
            reportOnceMeasured();
        }
        var fresh = view.health(event.at(), context.reporter().instance());
        if (fresh.state() != health.state() || fresh.error() != health.error() || fresh.attempt() != health.attempt()) {
            context.reporter().health(fresh);
        }
        health = fresh;
    }

    /** The first picture tells no rate yet: a moment later there is one to tell. */
    private void reportOnceMeasured() {
        if (situation.state() instanceof StreamState.Live) {
            var unused = context.timer().schedule(() -> run(this::report), MEASURED.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void rememberFailure() {
        if (situation.state() instanceof StreamState.Backoff failure) {
            lastFailure = Optional.of(failure);
        } else if (situation.failures() == 0 || situation.state() instanceof StreamState.Live) {
            lastFailure = Optional.empty();
        }
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Open open -> open(open);
            case Effect.Close close -> endSession();
            case Effect.Probe probe -> probe(probe.session());
        }
    }

    private void open(Effect.Open open) {
        endSession();
        restarts += open.session() > 1 ? 1 : 0;
        var session = context.sessions().session(plan(open.afresh()));
        var parts = new SessionParts(context.plane(), pictures, context.steady(), context.clock());
        var run = new SessionRun(stream, open.session(), session, parts, listener, context.opening());
        current = run;
        run.startAfter(previous);
        previous = run.ended();
    }

    private SessionPlan plan(boolean afresh) {
        used = context.credentials().apply(spec);
        var remembered =
                afresh ? Optional.<Remembered>empty() : context.memory().recall(stream);
        return new SessionPlan(spec.camera(), stream.role(), spec.device(), used, remembered);
    }

    private void endSession() {
        var running = current;
        current = null;
        if (running != null) {
            running.close();
        }
    }

    private void probe(long session) {
        if (probing) {
            return;
        }
        probing = true;
        var plan = plan(true);
        Thread.ofVirtual().name("probe " + stream).start(() -> {
            boolean answers = context.sessions().answers(plan);
            run(() -> {
                probing = false;
                handle(new Event.Probed(now(), session, answers));
            });
        });
    }

    private void scheduleWake(Optional<Instant> when) {
        cancel(wake);
        when.ifPresent(at -> {
            long delay = Math.max(1, Duration.between(now(), at).toMillis());
            wake = context.timer().schedule(() -> run(this::tick), delay, TimeUnit.MILLISECONDS);
        });
    }

    private static void cancel(@Nullable Future<?> waiting) {
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    private void tick() {
        var facts = facts();
        handle(new Event.Tick(now(), facts.lastFrame(), facts.interval()));
    }

    private void extend(Duration length) {
        if (closed) {
            return;
        }
        lease = lease.extended(now(), length);
        if (!situation.wish().demanded()) {
            handle(new Event.Wished(now(), spec.wish(true)));
        }
        scheduleLeaseCheck();
    }

    private void scheduleLeaseCheck() {
        long delay = Math.max(1, Duration.between(now(), lease.ends()).toMillis());
        cancel(leaseCheck);
        leaseCheck = context.timer().schedule(() -> run(this::checkLease), delay, TimeUnit.MILLISECONDS);
    }

    private void checkLease() {
        if (situation.wish().demanded() && !lease.holds(now())) {
            handle(new Event.Wished(now(), spec.wish(false)));
        }
    }

    private void report() {
        if (closed) {
            return;
        }
        if (pictures.watched()) {
            extend(WATCHED);
        }
        health = view().health(now(), context.reporter().instance());
        context.reporter().health(health);
    }

    private HealthView view() {
        var feed = Optional.ofNullable(current).flatMap(SessionRun::feed);
        var opened = Optional.ofNullable(current).flatMap(SessionRun::opened);
        return new HealthView(
                stream,
                situation,
                restarts,
                feed.flatMap(flow -> opened.flatMap(open -> MediaView.of(flow, open, pictures, context.clock()))),
                feed.flatMap(SessionFeed::mediaPlaneLostSince),
                lastFailure);
    }

    private Facts facts() {
        return Optional.ofNullable(current)
                .flatMap(SessionRun::feed)
                .map(SessionFeed::facts)
                .orElse(Facts.NONE);
    }

    private Instant now() {
        return context.clock().instant();
    }

    private String role() {
        return stream.role().wire();
    }

    /** Brings what sessions say onto the runner's executor. */
    private final class Sessions implements SessionListener {

        @Override
        public void answered(long session, Opened opened) {
            run(() -> {
                handle(new Event.Answered(now(), session));
                if (session == situation.session()) {
                    context.memory().remember(stream, opened.worked());
                }
            });
        }

        @Override
        public void published(long session) {
            run(() -> handle(new Event.Published(now(), session)));
        }

        @Override
        public void sourceChanged(long session) {
            run(() -> handle(new Event.SourceChanged(now(), session)));
        }

        @Override
        public void failed(long session, ErrorKind kind, String reason) {
            run(() -> handle(new Event.SessionFailed(now(), session, kind, reason)));
        }
    }
}
