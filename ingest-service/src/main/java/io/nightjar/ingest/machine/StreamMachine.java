// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.machine;

import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.StreamState.Backoff;
import io.nightjar.contracts.stream.StreamState.Connecting;
import io.nightjar.contracts.stream.StreamState.Idle;
import io.nightjar.contracts.stream.StreamState.Live;
import io.nightjar.contracts.stream.StreamState.Probing;
import io.nightjar.contracts.stream.StreamState.Rejected;
import io.nightjar.contracts.stream.StreamState.Stalled;
import io.nightjar.contracts.stream.StreamState.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The whole table of a stream's states. Pure, and it never gives up: every state that wants to run asks for a next step.
 */
public final class StreamMachine {

    /** After these the camera's port may open any second, and a probe finds out cheaply. */
    private static final Set<ErrorKind> WORTH_PROBING =
            EnumSet.of(ErrorKind.REFUSED, ErrorKind.NO_ROUTE, ErrorKind.TIMEOUT, ErrorKind.DNS);
    /** After these only a changed configuration is likely to help. */
    private static final Set<ErrorKind> AS_CONFIGURED = EnumSet.of(ErrorKind.CONFIG, ErrorKind.FORBIDDEN_ADDRESS);
    /** These say nothing about where the camera's streams are: it is away, or does not know us. */
    private static final Set<ErrorKind> NO_DOUBT =
            EnumSet.of(ErrorKind.REFUSED, ErrorKind.NO_ROUTE, ErrorKind.DNS, ErrorKind.AUTH, ErrorKind.TLS);
    /** How often a stalled stream is looked at for a returning frame. */
    private static final Duration STALLED_LOOK = Duration.ofMillis(250);

    private static final Duration LIVE_LOOK = Duration.ofMillis(500);
    private static final int DOUBTS_UNTIL_AFRESH = 3;

    private final Timing timing;

    public StreamMachine(Timing timing) {
        this.timing = timing;
    }

    /** The answer to every event in every state. */
    public Step next(Situation situation, Event event) {
        return switch (event) {
            case Event.Wished wished -> wished(situation.wishing(wished.wish()), wished.at());
            case Event.Reconfigured changed -> afresh(situation, changed.at());
            case Event.CredentialsChanged changed -> afresh(situation, changed.at());
            case Event.RestartAsked asked -> afresh(situation, asked.at());
            case Event.Dialling dialling -> dialling(situation, dialling);
            case Event.Answered answered -> answered(situation, answered);
            case Event.Published published -> published(situation, published);
            case Event.SessionFailed failed -> failed(situation, failed);
            case Event.SourceChanged changed ->
                changed.session() == situation.session()
                        ? afresh(situation, changed.at())
                        : stay(situation, changed.at());
            case Event.Probed probed -> probed(situation, probed);
            case Event.Tick tick -> tick(situation, tick);
        };
    }

    private Step wished(Situation now, Instant at) {
        var wish = now.wish();
        if (wish.run()) {
            return switch (now.state()) {
                case Idle idle -> connect(now, at);
                case Stopped stopped -> connect(now.unfailed(), at);
                case Connecting state -> stay(now, at);
                case Probing state -> stay(now, at);
                case Live state -> stay(now, at);
                case Stalled state -> stay(now, at);
                case Backoff state -> stay(now, at);
                case Rejected state -> stay(now, at);
            };
        }
        var rest = wish.enabled() ? new Idle(at) : new Stopped(at);
        if (rest.getClass() == now.state().getClass()) {
            return stay(now, at);
        }
        return step(now.unfailed().in(rest), at, closing(now));
    }

    /** Whatever failed before may work now: tried at once, with a clean record. */
    private Step afresh(Situation now, Instant at) {
        if (!now.wish().run()) {
            return stay(now, at);
        }
        var effects = closing(now);
        var fresh = now.unfailed().nextSession();
        effects.add(new Effect.Open(fresh.session(), false));
        return step(fresh.in(new Connecting(at, fresh.attempt())), at, effects);
    }

    /** Its time counts from here: waiting for one's turn is nobody's failure. */
    private Step dialling(Situation now, Event.Dialling event) {
        return now.state() instanceof Connecting state && event.session() == now.session() && !now.dialling()
                ? step(now.dialled().in(new Connecting(event.at(), state.attempt())), event.at(), List.of())
                : stay(now, event.at());
    }

    private Step answered(Situation now, Event.Answered event) {
        return now.state() instanceof Connecting state && event.session() == now.session()
                ? step(now.in(new Probing(event.at(), state.attempt())), event.at(), List.of())
                : stay(now, event.at());
    }

    private Step published(Situation now, Event.Published event) {
        boolean news = now.state() instanceof Probing || now.state() instanceof Connecting;
        return news && event.session() == now.session()
                ? step(now.in(new Live(event.at(), event.at())), event.at(), List.of())
                : stay(now, event.at());
    }

    private Step failed(Situation now, Event.SessionFailed event) {
        if (event.session() != now.session()) {
            return stay(now, event.at());
        }
        return switch (now.state()) {
            case Connecting state -> fail(now, event.kind(), event.reason(), event.at());
            case Probing state -> fail(now, event.kind(), event.reason(), event.at());
            case Live state -> fail(settled(now, state, event.at()), event.kind(), event.reason(), event.at());
            case Stalled state -> fail(now, event.kind(), event.reason(), event.at());
            case Idle state -> stay(now, event.at());
            case Backoff state -> stay(now, event.at());
            case Stopped state -> stay(now, event.at());
            case Rejected state -> stay(now, event.at());
        };
    }

    private Step probed(Situation now, Event.Probed event) {
        if (!(now.state() instanceof Backoff) || event.session() != now.session()) {
            return stay(now, event.at());
        }
        if (!event.answered()) {
            return stay(now.portClosed(), event.at());
        }
        return now.portWasClosed() ? connect(now, event.at()) : stay(now, event.at());
    }

    private Step tick(Situation now, Event.Tick event) {
        var at = event.at();
        var frame = event.lastFrame();
        return switch (now.state()) {
            case Idle state -> stay(now, at);
            case Stopped state -> stay(now, at);
            case Connecting state ->
                now.dialling() && due(state.since().plus(timing.connecting()), at)
                        ? fail(now, ErrorKind.TIMEOUT, "The camera did not answer in time.", at)
                        : stay(now, at);
            case Probing state ->
                due(later(state.since(), frame).plus(timing.probing()), at)
                        ? fail(now, ErrorKind.NO_FRAMES, "The camera answered, but no picture came.", at)
                        : stay(now, at);
            case Live state -> live(now, state, event);
            case Stalled state -> stalled(now, state, frame, at);
            case Backoff state -> backoff(now, state, at);
            case Rejected state ->
                due(state.since().plus(timing.waitAsConfigured()), at) ? connect(now, at) : stay(now, at);
        };
    }

    private Step live(Situation now, Live state, Event.Tick tick) {
        var at = tick.at();
        var seen = new Live(state.since(), later(state.lastFrame(), tick.lastFrame()));
        var record = settled(now, state, at);
        return due(seen.lastFrame().plus(timing.silence(tick.interval())), at)
                ? step(record.in(new Stalled(at, seen.lastFrame())), at, List.of())
                : step(record.in(seen), at, List.of());
    }

    private Step stalled(Situation now, Stalled state, @Nullable Instant frame, Instant at) {
        if (frame != null && frame.isAfter(state.lastFrame())) {
            return step(now.in(new Live(at, frame)), at, List.of());
        }
        return due(state.since().plus(timing.hopeless()), at)
                ? fail(now, ErrorKind.NO_FRAMES, "The connection is open, but no picture arrives any more.", at)
                : stay(now, at);
    }

    private Step backoff(Situation now, Backoff state, Instant at) {
        if (due(state.until(), at)) {
            return connect(now, at);
        }
        return WORTH_PROBING.contains(state.kind())
                ? step(now, at, List.of(new Effect.Probe(now.session())))
                : stay(now, at);
    }

    private Step connect(Situation now, Instant at) {
        var opened = now.nextSession();
        boolean afresh = opened.doubts() >= DOUBTS_UNTIL_AFRESH;
        return step(
                opened.in(new Connecting(at, opened.attempt())),
                at,
                List.of(new Effect.Open(opened.session(), afresh)));
    }

    private Step fail(Situation now, ErrorKind kind, String reason, Instant at) {
        var counted = now.failedAgain(!NO_DOUBT.contains(kind));
        if (AS_CONFIGURED.contains(kind)) {
            return step(counted.in(new Rejected(at, kind, reason)), at, closing(now));
        }
        var effects = closing(now);
        if (WORTH_PROBING.contains(kind)) {
            // Tells a camera that is away, whose return is news, from one whose port is open all along.
            effects.add(new Effect.Probe(now.session()));
        }
        var until = at.plus(timing.wait(kind, counted.failures()));
        return step(counted.in(new Backoff(at, counted.failures(), until, kind, reason)), at, effects);
    }

    /** Failures are forgotten only after output lasted: a stream that dies every three seconds keeps waiting longer. */
    private Situation settled(Situation now, Live state, Instant at) {
        return now.failures() > 0 && due(state.since().plus(timing.stable()), at) ? now.unfailed() : now;
    }

    private static List<Effect> closing(Situation now) {
        var effects = new ArrayList<Effect>();
        boolean open =
                switch (now.state()) {
                    case Connecting state -> true;
                    case Probing state -> true;
                    case Live state -> true;
                    case Stalled state -> true;
                    case Idle state -> false;
                    case Backoff state -> false;
                    case Stopped state -> false;
                    case Rejected state -> false;
                };
        if (open) {
            effects.add(new Effect.Close(now.session()));
        }
        return effects;
    }

    private Step stay(Situation situation, Instant at) {
        return step(situation, at, List.of());
    }

    private Step step(Situation situation, Instant at, List<Effect> effects) {
        return new Step(situation, effects, wake(situation, at));
    }

    private Optional<Instant> wake(Situation now, Instant at) {
        return switch (now.state()) {
            case Idle idle -> Optional.empty();
            case Stopped stopped -> Optional.empty();
            case Connecting connecting ->
                Optional.of((now.dialling() ? connecting.since() : at).plus(timing.connecting()));
            case Probing probing -> Optional.of(at.plus(timing.probeEvery()));
            case Live live ->
                Optional.of(later(at.plus(LIVE_LOOK), live.lastFrame().plus(timing.stalledAfter())));
            case Stalled stalled -> Optional.of(at.plus(STALLED_LOOK));
            case Backoff backoff ->
                Optional.of(
                        WORTH_PROBING.contains(backoff.kind())
                                ? soonest(backoff.until(), at.plus(timing.probeEvery()))
                                : backoff.until());
            case Rejected rejected -> Optional.of(rejected.since().plus(timing.waitAsConfigured()));
        };
    }

    private static boolean due(Instant when, Instant at) {
        return !at.isBefore(when);
    }

    private static Instant soonest(Instant left, Instant right) {
        return left.isBefore(right) ? left : right;
    }

    private static Instant later(Instant left, @Nullable Instant right) {
        return right != null && right.isAfter(left) ? right : left;
    }
}
