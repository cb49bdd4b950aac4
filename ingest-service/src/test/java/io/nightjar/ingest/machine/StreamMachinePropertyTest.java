// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.StreamState;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens in whatever order: there is a next step, one session at most, and a way back to live. */
class StreamMachinePropertyTest {

    private static final Duration FRAME = Duration.ofMillis(66);

    private final StreamMachine machine = new StreamMachine(Timing.usual(wait -> wait));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void noSequenceOfEventsEndsWithoutANextStep(long seed) {
        var random = new Random(seed);
        var at = Instant.EPOCH;
        var now = Situation.initial(at, new Wish(true, false, false));
        long open = 0;
        for (int count = 0; count < 20_000; count++) {
            at = at.plusMillis(random.nextInt(3_000));
            var step = machine.next(now, event(random, at, now));
            for (var effect : step.effects()) {
                switch (effect) {
                    case Effect.Open opened -> {
                        assertThat(open).as("one session at a time").isZero();
                        open = opened.session();
                    }
                    case Effect.Close closed -> {
                        assertThat(closed.session()).isEqualTo(open);
                        open = 0;
                    }
                    case Effect.Probe probe -> assertThat(open).isZero();
                }
            }
            now = step.situation();
            boolean rests = now.state() instanceof StreamState.Idle || now.state() instanceof StreamState.Stopped;
            assertThat(rests).isEqualTo(!now.wish().run() || neverAsked(now));
            if (!rests) {
                assertThat(step.wake()).isPresent();
                assertThat(step.wake().get()).isBefore(at.plus(Duration.ofMinutes(6)));
            }
        }
        assertThat(liveAgain(now, at)).isInstanceOf(StreamState.Live.class);
    }

    /** The very first wish has not been said yet. */
    private static boolean neverAsked(Situation now) {
        return now.session() == 0;
    }

    private StreamState liveAgain(Situation last, Instant at) {
        var now = machine.next(last, new Event.Wished(at, new Wish(true, false, false)))
                .situation();
        var step = machine.next(now, new Event.Tick(at.plus(Duration.ofMinutes(6)), null, FRAME));
        for (int count = 0; count < 100 && !(step.situation().state() instanceof StreamState.Connecting); count++) {
            step = machine.next(step.situation(), new Event.Tick(step.wake().orElseThrow(), null, FRAME));
        }
        now = step.situation();
        now = machine.next(now, new Event.Answered(at, now.session())).situation();
        return machine.next(now, new Event.Published(at, now.session()))
                .situation()
                .state();
    }

    private static Event event(Random random, Instant at, Situation now) {
        long session = random.nextInt(4) == 0 ? now.session() - 1 : now.session();
        return switch (random.nextInt(13)) {
            case 0 -> new Event.Wished(at, new Wish(random.nextInt(4) > 0, random.nextBoolean(), random.nextBoolean()));
            case 1 -> new Event.Reconfigured(at);
            case 2 -> new Event.CredentialsChanged(at);
            case 3 -> new Event.RestartAsked(at);
            case 4, 5 -> new Event.Answered(at, session);
            case 6, 7 -> new Event.Published(at, session);
            case 8 ->
                new Event.SessionFailed(
                        at, session, ErrorKind.values()[random.nextInt(ErrorKind.values().length)], "x");
            case 9 -> new Event.Probed(at, session, random.nextBoolean());
            case 10 -> new Event.Dialling(at, session);
            default -> new Event.Tick(at, frame(random, at), FRAME);
        };
    }

    private static @Nullable Instant frame(Random random, Instant at) {
        return random.nextBoolean() ? null : at.minusMillis(random.nextInt(8_000));
    }
}
