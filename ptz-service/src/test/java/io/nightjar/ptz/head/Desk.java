// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.driver.Velocity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A machine in a time of its own, whose wishes to be woken are granted. The test is its camera. */
final class Desk {

    static final Velocity LEFT = new Velocity(-1, 0, 0, 0);
    static final Velocity RIGHT = new Velocity(1, 0, 0, 0);
    static final Caller ANNA = new Caller("Anna", false, "a");
    static final Caller BOB = new Caller("Bob", false, "b");
    static final Caller CARL = new Caller("Carl", true, "c");

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<String> sent = new ArrayList<>();
    private final Map<Long, Reply> replies = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private HeadState state;
    private Instant now = START;
    private @Nullable Instant wake;
    private long tickets;

    Desk(PtzAbilities abilities, PtzSettings settings) {
        state = HeadMachine.initial(new HeadTraits(abilities, settings), now);
        say(new HeadEvent.Tick(now));
    }

    Desk(PtzAbilities abilities) {
        this(abilities, PtzSettings.NONE);
    }

    /** Each order as {@code 250 move}: when, and what. */
    List<String> sent() {
        return List.copyOf(sent);
    }

    HeadState state() {
        return state;
    }

    /** Goes on with time; ticks come when they were asked for. */
    Desk after(long millis) {
        var end = now.plusMillis(millis);
        while (wake != null && !wake.isAfter(end)) {
            now = wake.isAfter(now) ? wake : now;
            say(new HeadEvent.Tick(now));
        }
        now = end;
        return this;
    }

    Reply hold(Caller caller, long press, Velocity velocity) {
        return ask(ticket -> new HeadEvent.Hold(now, ticket, caller, press, velocity, null));
    }

    Reply stop(Caller caller, @Nullable Long press) {
        return ask(ticket -> new HeadEvent.Stop(now, ticket, caller, press));
    }

    Reply ask(LongFunction<HeadEvent> event) {
        long ticket = ++tickets;
        say(event.apply(ticket));
        return replies.getOrDefault(ticket, new Reply.Superseded());
    }

    Instant now() {
        return now;
    }

    /** The camera agrees to the newest order of this kind. */
    void agree(String command) {
        say(new HeadEvent.Answered(now, numbers.getOrDefault(command, 0L), null));
    }

    void refuse(String command, ErrorKind kind) {
        say(new HeadEvent.Answered(now, numbers.getOrDefault(command, 0L), new Failure(kind, "No.")));
    }

    /** The head has reached where the newest order of this kind sent it. */
    void stand(String command) {
        say(new HeadEvent.Stood(now, numbers.getOrDefault(command, 0L)));
    }

    void say(HeadEvent event) {
        var step = HeadMachine.next(state, event);
        state = step.state();
        wake = step.wake();
        for (var effect : step.effects()) {
            switch (effect) {
                case HeadEffect.Send send -> {
                    var what = send.order() instanceof Order.Goto(var preset)
                            ? "preset " + preset
                            : send.order().command();
                    sent.add(Duration.between(START, now).toMillis() + " " + what);
                    numbers.put(send.order().command(), send.number());
                }
                case HeadEffect.Answer answer -> replies.put(answer.ticket(), answer.reply());
            }
        }
    }
}
