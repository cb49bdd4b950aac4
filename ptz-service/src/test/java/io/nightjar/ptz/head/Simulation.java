// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.driver.Velocity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One head with its camera and its people, in a time of its own. Checks every step, and the end. */
final class Simulation {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = START.plus(Operators.SCRIPT);
    private static final int MOST_STEPS = 20_000;

    private final Random random;
    private final boolean forgetsToStopAgain;
    private final boolean steps;
    private final ModelCamera camera;
    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
    private final Map<Velocity, Press> presses = new HashMap<>();
    private final Map<String, Long> pressCount = new HashMap<>();
    private final Map<String, Long> over = new HashMap<>();
    private final Set<Long> unanswered = new HashSet<>();
    private final Set<Long> motions = new HashSet<>();
    private final Map<Long, Instant> lastStep = new HashMap<>();
    private final List<Told> story = new ArrayList<>();
    private HeadState state;
    private Instant now = START;
    private long queued;
    private long tickets;
    private long wakes;

    private record Due(Instant at, long number, Runnable work) {}

    private record Told(long millis, Object what) {}

    private record Press(Caller caller, long number) {}

    /** @param forgetsToStopAgain the stops that follow a late answer never reach the camera: to see this test fail */
    Simulation(long seed, boolean forgetsToStopAgain) {
        this.random = new Random(seed);
        this.forgetsToStopAgain = forgetsToStopAgain;
        this.steps = random.nextInt(6) == 0;
        this.camera = new ModelCamera(steps);
        Integer home = random.nextInt(3) == 0 ? 3 : null;
        var settings = new PtzSettings(null, null, false, false, home, random.nextBoolean() ? "1" : null);
        var abilities = new PtzAbilities(true, true, false, steps, true, true, 0, true, true, true, true);
        this.state =
                HeadMachine.initial(new HeadTraits(random.nextInt(8) == 0 && !steps ? null : abilities, settings), now);
    }

    void run() {
        new Operators(random, this).script();
        later(Duration.between(now, END.plusMillis(500)), () -> step(new HeadEvent.PatrolStopped(now, 0)));
        int count = 0;
        while (!queue.isEmpty()) {
            check(count++ < MOST_STEPS, "the machine comes to rest");
            var due = queue.poll();
            now = due.at();
            due.work().run();
        }
        var rest = now.plusSeconds(10);
        assertThat(camera.moves(rest)).as("the camera moves").isFalse();
        assertThat(state.isMoving()).as("the machine says moving").isFalse();
        assertThat(state.isSettled()).as("settled").isTrue();
        assertThat(unanswered).as("nobody waits in vain").isEmpty();
    }

    /** Every step of many thousand sequences: cheap. */
    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("It is not so that " + what);
        }
    }

    /** What happened so far, for people. */
    String story() {
        return story.stream().map(Told::toString).collect(Collectors.joining("\n"));
    }

    private void write(Object what) {
        story.add(new Told(Duration.between(START, now).toMillis(), what));
    }

    long nextPress(Caller caller) {
        return pressCount.merge(caller.source(), 1L, Long::sum);
    }

    /** No two are alike, so that every order to the camera names the press it comes from. */
    Velocity newVelocity(Caller caller, long press) {
        var velocity = new Velocity(random.nextDouble() * 2 - 1, random.nextDouble() * 2 - 1, 0, 0);
        presses.put(velocity, new Press(caller, press));
        return velocity;
    }

    void say(long millis, Operators.Spoken spoken) {
        later(Duration.ofMillis(millis), () -> {
            var event = spoken.at(now, ++tickets);
            boolean answered = event instanceof HeadEvent.MotionSeen || event instanceof HeadEvent.FoundMoving;
            if (!answered) {
                unanswered.add(tickets);
            }
            step(event);
        });
    }

    private void later(Duration delay, Runnable work) {
        queue.add(new Due(now.plus(delay), queued++, work));
    }

    private void step(HeadEvent event) {
        var before = state;
        note(event);
        write(event);
        var step = HeadMachine.next(before, event);
        state = step.state();
        for (var effect : step.effects()) {
            write(effect);
            switch (effect) {
                case HeadEffect.Answer answer -> unanswered.remove(answer.ticket());
                case HeadEffect.Send send -> send(send, event);
            }
        }
        checkLease(before, event, step);
        checkStop(before, event, step);
        check(state.presses.size() <= 64, "few pages are remembered");
        wake(step.wake());
    }

    /** What must not move the head from here on. */
    private void note(HeadEvent event) {
        switch (event) {
            case HeadEvent.Stop stop
            when stop.press() != null -> over.merge(stop.caller().source(), stop.press(), Math::max);
            case HeadEvent.ChannelClosed closed -> over.put(closed.caller().source(), Long.MAX_VALUE);
            default -> {}
        }
    }

    private void send(HeadEffect.Send send, HeadEvent cause) {
        if (!(send.order() instanceof Order.Motion)) {
            assertThat(steps).as("a stepping head is told to stop").isFalse();
            boolean again = cause instanceof HeadEvent.Answered || cause instanceof HeadEvent.Tick;
            boolean forgotten = forgetsToStopAgain && again && cause instanceof HeadEvent.Answered;
            transmit(send, forgotten);
            return;
        }
        assertThat(motions).as("motions in flight").isEmpty();
        motions.add(send.number());
        if (send.order() instanceof Order.Move(var velocity)) {
            checkPress(velocity);
        }
        transmit(send, false);
    }

    private void checkPress(Velocity velocity) {
        var press = presses.get(velocity);
        if (press == null) {
            return;
        }
        if (press.number() > 0) {
            long stopped = over.getOrDefault(press.caller().source(), 0L);
            assertThat(press.number()).as("the press of an order is in force").isGreaterThan(stopped);
        }
        var lease = state.lease;
        if (lease != null && !lease.isOver(now)) {
            assertThat(lease.holder())
                    .as("who has the head")
                    .isEqualTo(press.caller().user());
        }
        var last = lastStep.put(press.number() * 31 + press.caller().source().hashCode(), now);
        if (steps
                && last != null
                && press.number() > 0
                && state.hold != null
                && state.hold.velocity().equals(velocity)) {
            var hold = state.hold;
            assertThat(hold.sentAt()).isEqualTo(now);
        }
    }

    /** The network and the camera at random; after the people are gone they behave. */
    private void transmit(HeadEffect.Send send, boolean neverArrives) {
        int fate = now.isAfter(END) ? 0 : random.nextInt(12);
        int way = random.nextInt(now.isAfter(END) ? 60 : random.nextInt(5) == 0 ? 3_000 : 300);
        int back = way + random.nextInt(200);
        switch (fate) {
            case 0, 1, 2, 3, 4, 5, 6 -> {
                arrive(send, way, neverArrives);
                answer(send, back, null);
            }
            case 7 -> answer(send, back, ErrorKind.RESET);
            case 8 -> answer(send, 3_000, ErrorKind.TIMEOUT);
            case 9 -> {
                // The answer is lost: the camera does it, sooner or later.
                arrive(send, random.nextInt(5_500), neverArrives);
                answer(send, 3_000, ErrorKind.TIMEOUT);
            }
            case 10 -> answer(send, way, ErrorKind.AUTH);
            default -> {
                // Given up, and done much later after all.
                answer(send, 3_000, ErrorKind.TIMEOUT);
                int late = 3_000 + random.nextInt(8_000);
                arrive(send, late, neverArrives);
                if (send.order() instanceof Order.Motion) {
                    later(Duration.ofMillis(late + random.nextInt(300)), () -> step(new HeadEvent.CameLate(now)));
                }
            }
        }
    }

    private void arrive(HeadEffect.Send send, int millis, boolean never) {
        if (!never) {
            later(Duration.ofMillis(millis), () -> {
                write("the camera receives " + send);
                camera.receive(send.order(), now);
            });
        }
    }

    private void answer(HeadEffect.Send send, int millis, @Nullable ErrorKind kind) {
        later(Duration.ofMillis(millis), () -> {
            motions.remove(send.number());
            step(new HeadEvent.Answered(
                    now, send.number(), kind == null ? null : new Failure(kind, "The camera said no.")));
            if (kind == null && state.travel == send.number()) {
                later(Duration.ofSeconds(2), () -> step(new HeadEvent.Stood(now, send.number())));
            }
        });
    }

    private void wake(@Nullable Instant at) {
        long own = ++wakes;
        if (at != null) {
            var delay = at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
            later(delay, () -> {
                if (own == wakes) {
                    step(new HeadEvent.Tick(now));
                }
            });
        }
    }

    private void checkLease(HeadState before, HeadEvent event, HeadStep step) {
        var caller = mover(event);
        var lease = before.lease;
        if (caller == null || lease == null || lease.isOver(now) || !lease.isOthers(caller)) {
            return;
        }
        assertThat(state.lease).as("the other's lease").isEqualTo(lease);
        assertThat(step.effects()).as("answers to one who has not got the head").allSatisfy(effect -> {
            if (effect instanceof HeadEffect.Answer answer && answer.ticket() == tickets) {
                assertThat(answer.reply()).isInstanceOfAny(Reply.Refused.class, Reply.Ignored.class);
            }
        });
    }

    private static @Nullable Caller mover(HeadEvent event) {
        return switch (event) {
            case HeadEvent.Hold hold -> hold.caller();
            case HeadEvent.Go go -> go.caller();
            case HeadEvent.LeaseAsked asked
            when !asked.take() || !asked.caller().admin() -> asked.caller();
            default -> null;
        };
    }

    /** Whoever lets go of what moves is obeyed in the same step. */
    private void checkStop(HeadState before, HeadEvent event, HeadStep step) {
        if (!(event instanceof HeadEvent.Stop stop) || steps) {
            return;
        }
        var hold = before.hold;
        boolean own = hold != null && stop.press() != null && hold.is(stop.caller(), stop.press());
        if (own || stop.press() == null) {
            boolean sent = step.effects().stream()
                    .anyMatch(effect -> effect instanceof HeadEffect.Send send && send.order() instanceof Order.Stop);
            boolean underWay = !state.stops.isEmpty() && state.stops.getLast().number() > state.outdated;
            assertThat(sent || underWay).as("the stop is on its way").isTrue();
            assertThat(state.hold).isNull();
        }
    }
}
