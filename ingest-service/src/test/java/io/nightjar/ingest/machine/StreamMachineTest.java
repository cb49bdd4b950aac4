// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.StreamState;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StreamMachineTest {

    private static final Instant START = Instant.parse("2026-11-21T06:00:00Z");
    private static final Wish ALWAYS = new Wish(true, false, false);
    private static final Wish ON_DEMAND = new Wish(true, true, false);
    private static final Wish OFF = new Wish(false, false, false);
    private static final Duration FRAME = Duration.ofMillis(66);

    private final StreamMachine machine = new StreamMachine(Timing.usual(wait -> wait));
    private Situation now = Situation.initial(START, ALWAYS);
    private Instant clock = START;
    private List<Effect> effects = List.of();

    @Test
    void aWantedStreamConnectsAnswersAndIsLiveWithItsFirstPublishedKeyFrame() {
        say(new Event.Wished(clock, ALWAYS));
        assertThat(now.state()).isEqualTo(new Connecting(START, 1));
        assertThat(effects).containsExactly(new Effect.Open(1, false));

        say(new Event.Answered(after(1), 1));
        assertThat(now.state()).isInstanceOf(Probing.class);

        say(new Event.Published(after(1), 1));
        assertThat(now.state()).isInstanceOf(Live.class);
    }

    @Test
    void waitsGrowToAMinuteAndNeverEnd() {
        say(new Event.Wished(clock, ALWAYS));
        var waits = new ArrayList<Long>();
        for (int failure = 1; failure <= 9; failure++) {
            say(new Event.SessionFailed(clock, now.session(), ErrorKind.PROTOCOL, "x"));
            var backoff = (Backoff) now.state();
            assertThat(backoff.attempt()).isEqualTo(failure);
            waits.add(Duration.between(clock, backoff.until()).toSeconds());
            clock = backoff.until();
            say(tick(null));
            assertThat(now.state()).isEqualTo(new Connecting(clock, failure + 1));
        }
        assertThat(waits).containsExactly(1L, 2L, 5L, 10L, 20L, 40L, 60L, 60L, 60L);
    }

    @Test
    void afterARefusedSignInItWaitsAMinuteThenFiveExactly() {
        say(new Event.Wished(clock, ALWAYS));
        for (long expected : new long[] {60, 300, 300}) {
            say(new Event.SessionFailed(clock, now.session(), ErrorKind.AUTH, "x"));
            assertThat(Duration.between(clock, ((Backoff) now.state()).until())).hasSeconds(expected);
            clock = ((Backoff) now.state()).until();
            say(tick(null));
        }
    }

    @Test
    void newCredentialsAreTriedAtOnceWithACleanRecord() {
        failTimes(4, ErrorKind.AUTH);

        say(new Event.CredentialsChanged(after(1)));

        assertThat(now.state()).isEqualTo(new Connecting(clock, 1));
        assertThat(effects).containsExactly(new Effect.Open(now.session(), false));
    }

    @Test
    void aChangedConfigurationRestartsALiveSession() {
        live();
        long before = now.session();

        say(new Event.Reconfigured(after(1)));

        assertThat(effects).containsExactly(new Effect.Close(before), new Effect.Open(before + 1, false));
    }

    @Test
    void failuresAreForgottenOnlyAfterStableOutput() {
        for (int times = 1; times <= 3; times++) {
            live();
            say(new Event.SessionFailed(after(3), now.session(), ErrorKind.EOF, "x"));
            assertThat(((Backoff) now.state()).attempt()).isEqualTo(times);
            clock = ((Backoff) now.state()).until();
            say(tick(null));
        }
        live();
        say(new Event.SessionFailed(after(11), now.session(), ErrorKind.EOF, "x"));
        assertThat(((Backoff) now.state()).attempt()).isEqualTo(1);
    }

    @Test
    void aClosedPortThatOpensEndsTheWait() {
        failTimes(5, ErrorKind.REFUSED);
        say(tick(null));
        assertThat(effects).containsExactly(new Effect.Probe(now.session()));

        say(new Event.Probed(after(1), now.session(), false));
        assertThat(now.state()).isInstanceOf(Backoff.class);
        say(new Event.Probed(after(1), now.session(), true));

        assertThat(now.state()).isInstanceOf(Connecting.class);
    }

    @Test
    void aPortThatWasOpenAllAlongIsNoReasonToHurry() {
        failTimes(5, ErrorKind.TIMEOUT);

        say(new Event.Probed(after(1), now.session(), true));

        assertThat(now.state()).isInstanceOf(Backoff.class);
    }

    @Test
    void silenceStallsAfterFourSecondsOrThreeIntervals() {
        live();
        say(new Event.Tick(after(3), START, FRAME));
        assertThat(now.state()).isInstanceOf(Live.class);
        say(new Event.Tick(after(1), START, FRAME));
        assertThat(now.state()).isInstanceOf(Stalled.class);

        now = Situation.initial(clock, ALWAYS);
        say(new Event.Wished(clock, ALWAYS));
        live();
        say(new Event.Tick(after(5), START, Duration.ofSeconds(2)));
        assertThat(now.state()).isInstanceOf(Live.class);
        say(new Event.Tick(after(1), START, Duration.ofSeconds(2)));
        assertThat(now.state()).isInstanceOf(Stalled.class);
    }

    @Test
    void aReturningFrameEndsTheStallAndLongSilenceEndsTheSession() {
        live();
        say(new Event.Tick(after(4), null, FRAME));
        say(new Event.Tick(after(1), clock, FRAME));
        assertThat(now.state()).isInstanceOf(Live.class);

        say(new Event.Tick(after(5), null, FRAME));
        long session = now.session();
        say(new Event.Tick(after(6), null, FRAME));
        assertThat(now.state()).isInstanceOf(Backoff.class);
        assertThat(effects).containsExactly(new Effect.Close(session));
    }

    @Test
    void framesThatCannotBePublishedDoNotCostTheCameraItsSession() {
        say(new Event.Wished(clock, ALWAYS));
        say(new Event.Answered(clock, 1));
        for (int second = 0; second < 60; second++) {
            say(new Event.Tick(after(1), clock, FRAME));
        }
        assertThat(now.state()).isInstanceOf(Probing.class);
        say(new Event.Tick(after(15), null, FRAME));
        assertThat(now.state()).isInstanceOf(Backoff.class);
    }

    @Test
    void demandOpensAnIdleStreamAndItsEndClosesIt() {
        now = Situation.initial(START, ON_DEMAND);
        say(new Event.Wished(clock, ON_DEMAND));
        assertThat(now.state()).isInstanceOf(Idle.class);

        say(new Event.Wished(clock, ON_DEMAND.demanded(true)));
        assertThat(effects).containsExactly(new Effect.Open(1, false));
        say(new Event.Wished(clock, ON_DEMAND));

        assertThat(now.state()).isInstanceOf(Idle.class);
        assertThat(effects).containsExactly(new Effect.Close(1));
    }

    @Test
    void aStoppedStreamStaysStoppedWhateverIsAskedUntilItIsStarted() {
        live();
        say(new Event.Wished(clock, OFF));
        assertThat(now.state()).isInstanceOf(Stopped.class);

        say(new Event.RestartAsked(clock));
        say(new Event.CredentialsChanged(clock));
        say(new Event.SessionFailed(clock, now.session(), ErrorKind.EOF, "x"));
        assertThat(now.state()).isInstanceOf(Stopped.class);
        assertThat(effects).isEmpty();

        say(new Event.Wished(clock, ALWAYS));
        assertThat(now.state()).isInstanceOf(Connecting.class);
    }

    @Test
    void wordsOfAnOldSessionCountForNothing() {
        live();
        long old = now.session();
        say(new Event.RestartAsked(clock));

        say(new Event.Answered(clock, old));
        say(new Event.Published(clock, old));
        say(new Event.SessionFailed(clock, old, ErrorKind.EOF, "x"));
        say(new Event.Probed(clock, old, true));

        assertThat(now.state()).isInstanceOf(Connecting.class);
    }

    @Test
    void whatCannotRunAsConfiguredIsRejectedYetTriedAgainSometimes() {
        say(new Event.Wished(clock, ALWAYS));
        say(new Event.SessionFailed(clock, 1, ErrorKind.FORBIDDEN_ADDRESS, "x"));
        assertThat(now.state()).isInstanceOf(Rejected.class);

        clock = clock.plus(Duration.ofMinutes(5));
        say(tick(null));
        assertThat(now.state()).isInstanceOf(Connecting.class);
    }

    @Test
    void afterThreeFailuresWhatWorkedBeforeIsForgotten() {
        failTimes(3, ErrorKind.PROTOCOL);
        clock = ((Backoff) now.state()).until();

        say(tick(null));

        assertThat(effects).containsExactly(new Effect.Open(now.session(), true));
    }

    @Test
    void waitingForOnesTurnIsNoFailureAndTimeCountsFromTheTurnOn() {
        say(new Event.Wished(clock, ALWAYS));
        clock = clock.plus(Duration.ofMinutes(10));
        say(tick(null));
        assertThat(now.state()).isInstanceOf(Connecting.class);

        say(new Event.Dialling(clock, 1));
        clock = clock.plus(Duration.ofSeconds(44));
        say(tick(null));
        assertThat(now.state()).isInstanceOf(Connecting.class);
        clock = clock.plus(Duration.ofSeconds(1));
        say(tick(null));
        assertThat(now.state()).isInstanceOf(Backoff.class);
        assertThat(((Backoff) now.state()).kind()).isEqualTo(ErrorKind.TIMEOUT);
    }

    @Test
    void theTurnOfAnOldSessionAndASecondTurnCountForNothing() {
        say(new Event.Wished(clock, ALWAYS));
        say(new Event.Dialling(after(1), 1));
        var since = now.state().since();
        say(new Event.Dialling(after(1), 1));
        say(new Event.Dialling(after(1), 0));
        assertThat(now.state().since()).isEqualTo(since);

        live();
        say(new Event.Dialling(after(1), now.session()));
        assertThat(now.state()).isInstanceOf(Live.class);
    }

    @Test
    void aCameraThatIsAwayIsNoReasonToForgetWhatWorked() {
        failTimes(5, ErrorKind.REFUSED);
        clock = ((Backoff) now.state()).until();

        say(tick(null));

        assertThat(effects).containsExactly(new Effect.Open(now.session(), false));
    }

    private void live() {
        if (now.state() instanceof Idle) {
            say(new Event.Wished(clock, ALWAYS));
        }
        say(new Event.Answered(clock, now.session()));
        say(new Event.Published(clock, now.session()));
        assertThat(now.state()).isInstanceOf(Live.class);
    }

    private void failTimes(int times, ErrorKind kind) {
        say(new Event.Wished(clock, ALWAYS));
        for (int failure = 0; failure < times; failure++) {
            if (now.state() instanceof Backoff backoff) {
                clock = backoff.until();
                say(tick(null));
            }
            say(new Event.SessionFailed(clock, now.session(), kind, "x"));
        }
    }

    private Instant after(long seconds) {
        clock = clock.plusSeconds(seconds);
        return clock;
    }

    private Event tick(@Nullable Instant frame) {
        return new Event.Tick(clock, frame, FRAME);
    }

    private void say(Event event) {
        var step = machine.next(now, event);
        now = step.situation();
        effects = step.effects();
        StreamState state = now.state();
        boolean waitsForPeople = state instanceof Idle || state instanceof Stopped;
        assertThat(step.wake().isPresent())
                .as("a next step after %s in %s", event, state)
                .isNotEqualTo(waitsForPeople);
    }
}
