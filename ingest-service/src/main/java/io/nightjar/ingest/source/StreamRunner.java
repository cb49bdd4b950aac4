// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.contracts.stream.StreamState;
import io.nightjar.ingest.health.HealthView;
import io.nightjar.ingest.machine.Effect;
import io.nightjar.ingest.machine.Event;
import io.nightjar.ingest.machine.Situation;
import io.nightjar.ingest.machine.StandInRule;
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
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Carries out what the machine decides for one source. Everything here runs on the runner's own executor, one thing after
 * the other: that is what makes it the single writer of the stream's state.
 */
public final class StreamRunner {

    private static final Logger LOG = Logger.getLogger(StreamRunner.class);
    private static final Duration REPORT_EVERY = Duration.ofSeconds(5);
    /** The first picture tells no rate yet: this much later there is one to tell. */
    private static final Duration MEASURED = Duration.ofMillis(1_500);
    /** While pictures are watched the stream is wanted, without anybody renewing a lease. */
    private static final Duration WATCHED = Duration.ofSeconds(10);

    private final StreamId stream;
    private final IngestContext context;
    private final StreamPictures pictures;
    private final ExecutorService own;
    private final Relay relay = new Relay();
    private final Demand demand;
    private final SessionKeeper session;
    private final StandIn standIn;
    private final Alarm wake;
    private final Alarm measured;
    private final Future<?> reports;
    private SourceSpec spec;
    private Situation situation;
    private Optional<Credentials> used = Optional.empty();
    private Optional<StreamState.Backoff> lastFailure = Optional.empty();
    private StreamState.Name told;
    private boolean probing;
    private long restarts;
    private boolean closed;
    private volatile StreamHealth health;

    /** @param other the runner of the camera's other role, if it has a source of its own */
    StreamRunner(SourceSpec spec, IngestContext context, Supplier<Optional<StreamRunner>> other) {
        this.stream = spec.stream();
        this.spec = spec;
        this.context = context;
        this.pictures = new StreamPictures(stream);
        this.situation = Situation.initial(now(), spec.wish(false));
        this.own = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("runner " + stream).factory());
        this.demand = new Demand(context.timer(), context.clock(), context.demandGrace(), () -> run(this::checkLease));
        var parts = new SessionParts(
                context.plane(),
                pictures,
                relay,
                demand::browsers,
                context.steady(),
                context.clock(),
                context.opening());
        this.session = new SessionKeeper(stream, parts, new Sessions());
        this.standIn = new StandIn(stream, parts, other, this::run, this::changed);
        this.wake = new Alarm(context.timer(), () -> run(this::tick));
        this.measured = new Alarm(context.timer(), () -> run(this::report));
        this.told = situation.state().name();
        this.health = view().health(now(), context.reporter().instance());
        long period = REPORT_EVERY.toMillis();
        this.reports =
                context.timer().scheduleAtFixedRate(() -> run(this::report), period, period, TimeUnit.MILLISECONDS);
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

    /** Somebody wants the stream for this long, in the form that every browser plays. */
    public void demandForBrowsers(Duration length) {
        run(() -> {
            demand.extendForBrowsers(length);
            extend(length);
        });
    }

    public void restart() {
        run(() -> handle(new Event.RestartAsked(now())));
    }

    void configure(SourceSpec changed) {
        run(() -> {
            boolean sameDial = changed.dialsLike(spec);
            spec = changed;
            handle(new Event.Wished(now(), spec.wish(demand.holds())));
            if (!sameDial) {
                context.memory().forget(stream);
                context.sessions().forget(stream);
                context.contacts().forget(stream.camera());
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
            wake.cancel();
            demand.close();
            measured.cancel();
            session.end();
            standIn.end();
            // Not on the session's thread, which may still carry the interrupt that ended it.
            var unused = CompletableFuture.allOf(session.ended(), standIn.ended())
                    .whenCompleteAsync((done, failure) -> ended.complete(null), work -> Thread.ofVirtual()
                            .start(work));
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
        var step = context.machine().next(situation, event);
        situation = step.situation();
        step.effects().forEach(this::perform);
        wake.cancel();
        step.wake().ifPresent(at -> wake.in(Duration.between(now(), at)));
        rememberFailure();
        standIn.look(StandInRule.wanted(situation, standIn.shown()), spec.spec());
        tell(event.at());
    }

    /** Something other than an event of the machine changed what viewers have. */
    private void changed() {
        if (!closed) {
            tell(now());
        }
    }

    private void tell(Instant at) {
        var view = view();
        if (told != view.name()) {
            context.reporter().transition(view.transition(told, at));
            told = view.name();
            if (told == StreamState.Name.LIVE) {
                measured.in(MEASURED);
            }
        }
        var fresh = view.health(at, context.reporter().instance());
        if (fresh.state() != health.state() || fresh.error() != health.error() || fresh.attempt() != health.attempt()) {
            context.reporter().health(fresh);
        }
        health = fresh;
        context.contacts().look(stream, spec.spec(), fresh);
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Open open -> {
                restarts += open.session() > 1 ? 1 : 0;
                used = context.credentials().apply(spec);
                var plan = plan(open.afresh());
                session.open(open.session(), context.sessions().session(plan), plan.host(), spec.spec());
            }
            case Effect.Close close -> session.end();
            case Effect.Probe probe -> probe(probe.session());
        }
    }

    private SessionPlan plan(boolean afresh) {
        var remembered =
                afresh ? Optional.<Remembered>empty() : context.memory().recall(stream);
        return new SessionPlan(spec.wish(used), remembered);
    }

    private void probe(long number) {
        if (probing) {
            return;
        }
        probing = true;
        var plan = plan(true);
        Thread.ofVirtual().name("probe " + stream).start(() -> {
            boolean answers = context.sessions().answers(plan);
            run(() -> {
                probing = false;
                handle(new Event.Probed(now(), number, answers));
            });
        });
    }

    private void tick() {
        var facts = session.facts();
        handle(new Event.Tick(now(), facts.lastFrame(), facts.interval()));
    }

    private void extend(Duration length) {
        if (closed) {
            return;
        }
        demand.extend(length);
        if (!situation.wish().demanded()) {
            handle(new Event.Wished(now(), spec.wish(true)));
        }
    }

    private void checkLease() {
        demand.look();
        if (situation.wish().demanded() && !demand.holds()) {
            handle(new Event.Wished(now(), spec.wish(false)));
        }
    }

    /** Whether packets flow from this stream's own camera session. */
    boolean flows() {
        return relay.flows();
    }

    Relay relay() {
        return relay;
    }

    private void report() {
        if (closed) {
            return;
        }
        if (pictures.watched()) {
            extend(WATCHED);
        }
        standIn.look(StandInRule.wanted(situation, standIn.shown()), spec.spec());
        health = view().health(now(), context.reporter().instance());
        context.reporter().health(health);
        context.contacts().look(stream, spec.spec(), health);
    }

    private void rememberFailure() {
        if (situation.state() instanceof StreamState.Backoff failure) {
            lastFailure = Optional.of(failure);
        } else if (situation.failures() == 0 || situation.state() instanceof StreamState.Live) {
            lastFailure = Optional.empty();
        }
    }

    private HealthView view() {
        return new HealthView(
                stream,
                situation,
                restarts,
                session.media(),
                session.mediaPlaneLostSince(),
                lastFailure,
                standIn.view(),
                session.damaged());
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
        public void dialling(long number) {
            run(() -> handle(new Event.Dialling(now(), number)));
        }

        @Override
        public void answered(long number, Opened opened) {
            run(() -> {
                handle(new Event.Answered(now(), number));
                if (number == situation.session()) {
                    context.memory().remember(stream, Remembered.of(opened, now()));
                }
            });
        }

        @Override
        public void published(long number) {
            run(() -> handle(new Event.Published(now(), number)));
        }

        @Override
        public void sourceChanged(long number) {
            run(() -> handle(new Event.SourceChanged(now(), number)));
        }

        @Override
        public void failed(long number, ErrorKind kind, String reason) {
            run(() -> handle(new Event.SessionFailed(now(), number, kind, reason)));
        }
    }
}
