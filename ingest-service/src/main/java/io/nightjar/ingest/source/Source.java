// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.ingest.machine.Effect;
import io.nightjar.ingest.machine.Event;
import io.nightjar.ingest.machine.Situation;
import io.nightjar.ingest.machine.StandInRule;
import io.nightjar.ingest.picture.StreamPictures;
import io.nightjar.ingest.session.Opened;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Carries out what the machine decides for one source. Used on the stream's own thread alone, but for {@link #health}:
 * it and its parts need no locks.
 */
final class Source {

    /** While pictures are watched the stream is wanted, without anybody renewing a lease. */
    private static final Duration WATCHED = Duration.ofSeconds(10);

    private final IngestContext context;
    private final Executor own;
    private final StreamPictures pictures;
    private final Demand demand;
    private final Dialling dialling;
    private final SessionKeeper session;
    private final PortProbe probe;
    private final StandIn standIn;
    private final HealthTeller teller;
    private final Alarm wake;
    private SourceSpec spec;
    private Situation situation;
    private boolean closed;

    /**
     * @param other the runner of the camera's other role, if it has a source of its own
     */
    Source(
            SourceSpec spec,
            IngestContext context,
            Executor own,
            StreamPictures pictures,
            Relay relay,
            Supplier<Optional<StreamRunner>> other) {
        this.spec = spec;
        this.context = context;
        this.own = own;
        this.pictures = pictures;
        this.situation = Situation.initial(now(), spec.wish(false));
        var stream = spec.stream();
        var timer = context.timer();
        this.demand = new Demand(timer, context.clock(), context.demandGrace(), () -> own.execute(this::checkLease));
        var parts = SessionParts.of(context, pictures, relay, demand);
        this.dialling = new Dialling(stream, context);
        this.session = new SessionKeeper(
                stream,
                parts,
                new SessionEvents(this::event, this::answered, (kind, said) -> dialling.reason(this.spec, kind, said)));
        this.probe = new PortProbe(stream, context.sessions(), own);
        this.standIn = new StandIn(stream, parts, other, own, this::changed);
        this.wake = new Alarm(timer, () -> own.execute(this::tick));
        this.teller = new HealthTeller(stream, context, session, standIn, situation, () -> own.execute(this::report));
    }

    /** The newest; from any thread. */
    StreamHealth health() {
        return teller.newest();
    }

    void begin() {
        handle(new Event.Wished(now(), spec.wish(false)));
    }

    void restart() {
        handle(new Event.RestartAsked(now()));
    }

    void configure(SourceSpec changed) {
        boolean sameDial = changed.dialsLike(spec);
        spec = changed;
        handle(new Event.Wished(now(), spec.wish(demand.holds())));
        if (!sameDial) {
            dialling.forget();
            handle(new Event.Reconfigured(now()));
        }
    }

    void checkCredentials() {
        if (situation.wish().run() && dialling.outdated(spec)) {
            handle(new Event.CredentialsChanged(now()));
        }
    }

    void extendForBrowsers(Duration length) {
        demand.extendForBrowsers(length);
        extend(length);
    }

    void extend(Duration length) {
        if (closed) {
            return;
        }
        demand.extend(length);
        if (!situation.wish().demanded()) {
            handle(new Event.Wished(now(), spec.wish(true)));
        }
    }

    /** Completes when its sessions have ended. */
    CompletableFuture<Void> close() {
        closed = true;
        wake.cancel();
        demand.close();
        teller.close();
        session.end();
        standIn.end();
        return CompletableFuture.allOf(session.ended(), standIn.ended());
    }

    /** From any thread; it gets its time when its turn has come. */
    private void event(Function<Instant, Event> event) {
        own.execute(() -> handle(event.apply(now())));
    }

    private void answered(long number, Opened opened, Instant at) {
        if (number == situation.session()) {
            dialling.worked(opened, at);
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
        lookAtStandIn();
        teller.news(situation, spec.spec(), event.at());
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Open open -> {
                var plan = dialling.next(spec, open.afresh());
                session.open(open.session(), context.sessions().session(plan), plan.host(), spec.spec());
            }
            case Effect.Close close -> session.end();
            case Effect.Probe ask ->
                probe.ask(dialling.probe(spec), yes -> handle(new Event.Probed(now(), ask.session(), yes)));
        }
    }

    private void tick() {
        var facts = session.facts();
        handle(new Event.Tick(now(), facts.lastFrame(), facts.interval()));
    }

    private void checkLease() {
        demand.look();
        if (situation.wish().demanded() && !demand.holds()) {
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
        lookAtStandIn();
        teller.report(situation, spec.spec(), now());
    }

    private void lookAtStandIn() {
        standIn.look(StandInRule.wanted(situation, standIn.shown()), spec.spec());
    }

    /** Something other than an event of the machine changed what viewers have. */
    private void changed() {
        if (!closed) {
            teller.news(situation, spec.spec(), now());
        }
    }

    private Instant now() {
        return context.clock().instant();
    }
}
