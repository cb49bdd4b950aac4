// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.ptz.driver.Position;
import io.nightjar.ptz.driver.Velocity;
import io.nightjar.ptz.patrol.Patrol;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** People at random: they hold, let go, leave, fight and forget; and the network delays, reorders and loses what they say. */
final class Operators {

    static final Duration SCRIPT = Duration.ofSeconds(10);
    private static final List<String> USERS = List.of("Anna", "Bob", "Carl");
    private static final int MOST_DELAY = 350;

    private final Random random;
    private final Simulation simulation;

    Operators(Random random, Simulation simulation) {
        this.random = random;
        this.simulation = simulation;
    }

    void script() {
        int presses = 1 + random.nextInt(6);
        for (int number = 0; number < presses; number++) {
            press(1 + random.nextInt(3), random.nextInt((int) SCRIPT.toMillis()));
        }
        int others = random.nextInt(6);
        for (int number = 0; number < others; number++) {
            other(random.nextInt((int) SCRIPT.toMillis()));
        }
    }

    private void press(int page, long start) {
        var caller = caller(page, true);
        long press = simulation.nextPress(caller);
        long length = random.nextInt(2_500);
        var velocity = simulation.newVelocity(caller, press);
        for (long since = 0; since <= length; since += 150 + random.nextInt(100)) {
            if (random.nextInt(10) == 0) {
                velocity = simulation.newVelocity(caller, press);
            }
            // Holds are lost now and then, and one may come after the stop.
            if (random.nextInt(12) != 0) {
                var said = velocity;
                say(start + since, (at, ticket) -> new HeadEvent.Hold(at, ticket, caller, press, said, null));
            }
        }
        switch (random.nextInt(5)) {
            case 0 -> {}
            case 1 -> say(start + length, (at, ticket) -> new HeadEvent.ChannelClosed(at, ticket, caller));
            default -> say(start + length, (at, ticket) -> new HeadEvent.Stop(at, ticket, caller, press));
        }
    }

    private void other(long at) {
        var caller = caller(1 + random.nextInt(3), random.nextBoolean());
        switch (random.nextInt(9)) {
            case 0 -> say(at, (now, ticket) -> new HeadEvent.Stop(now, ticket, caller, null));
            case 1 -> say(at, (now, ticket) -> new HeadEvent.Go(now, ticket, caller, motion()));
            case 2 -> {
                var velocity = simulation.newVelocity(caller, 0);
                var timed = Duration.ofMillis(1 + random.nextInt(3_000));
                say(at, (now, ticket) -> new HeadEvent.Hold(now, ticket, caller, null, velocity, timed));
            }
            case 3 -> {
                boolean take = random.nextBoolean();
                var length = Duration.ofSeconds(1 + random.nextInt(8));
                say(at, (now, ticket) -> new HeadEvent.LeaseAsked(now, ticket, caller, length, take));
            }
            case 4 -> say(at, (now, ticket) -> new HeadEvent.LeaseReleased(now, ticket, caller));
            case 5 -> say(at, (now, ticket) -> new HeadEvent.PatrolStarted(now, ticket, caller, patrol()));
            case 6 -> say(at, (now, ticket) -> new HeadEvent.MotionSeen(now, random.nextBoolean()));
            case 7 -> say(at, (now, ticket) -> new HeadEvent.Hold(now, ticket, caller, null, Velocity.STILL, null));
            default -> say(at, (now, ticket) -> new HeadEvent.FoundMoving(now));
        }
    }

    private Order.Motion motion() {
        return switch (random.nextInt(4)) {
            case 0 -> new Order.Home();
            case 1 -> new Order.MoveTo(new Position(0.5, 0, 0));
            case 2 -> new Order.MoveBy(0.1, 0, 0);
            default -> new Order.Goto("1");
        };
    }

    private static Patrol patrol() {
        return new Patrol("round", "Round", List.of(new Patrol.Step("1", 1), new Patrol.Step("2", 2)), 2);
    }

    /** Carl is an administrator. Anna has two pages. */
    private static Caller caller(int page, boolean paged) {
        var user = USERS.get(page % USERS.size());
        return new Caller(user, user.equals("Carl"), paged ? "page-" + page : null);
    }

    private void say(long millis, Spoken spoken) {
        simulation.say(millis + random.nextInt(MOST_DELAY), spoken);
    }

    /** An event once it has arrived. */
    interface Spoken {
        @Nullable
        HeadEvent at(Instant at, long ticket);
    }
}
