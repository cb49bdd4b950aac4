// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.ptz.driver.Velocity;
import io.nightjar.ptz.patrol.Patrol;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The orders that people and patrols give to one head. */
public final class Commands {

    private static final long NOBODY = 0;

    private final Head head;
    private final InstantSource time;

    Commands(Head head, InstantSource time) {
        this.head = head;
        this.time = time;
    }

    /** @param timed moves so long without being said again; null until 500 ms after the last time it was said */
    public CompletableFuture<Answer> hold(
            Caller caller, @Nullable Long press, Velocity velocity, @Nullable Duration timed) {
        return head.order("move", ticket -> new HeadEvent.Hold(now(), ticket, caller, press, velocity, timed));
    }

    /**
     * The same where it had to wait. A press that nobody said again for as long as moves a head is over; who still holds
     * says so soon.
     */
    public CompletableFuture<Answer> hold(
            Caller caller, @Nullable Long press, Velocity velocity, @Nullable Duration timed, Duration waited) {
        boolean over = press != null && timed == null && waited.compareTo(HeadTiming.DEAD_MAN) > 0;
        return over
                ? CompletableFuture.completedFuture(new Answer(new Reply.Ignored(), waited, null))
                : hold(caller, press, velocity, timed);
    }

    public CompletableFuture<Answer> stop(Caller caller, @Nullable Long press) {
        return head.order("stop", ticket -> new HeadEvent.Stop(now(), ticket, caller, press));
    }

    /** The caller's page is gone. */
    public CompletableFuture<Answer> closed(Caller caller) {
        return head.order("stop", ticket -> new HeadEvent.ChannelClosed(now(), ticket, caller));
    }

    public CompletableFuture<Answer> go(Caller caller, Order.Motion motion) {
        return head.order(motion.command(), ticket -> new HeadEvent.Go(now(), ticket, caller, motion));
    }

    public CompletableFuture<Answer> lease(Caller caller, Duration length, boolean take) {
        return head.order("lease", ticket -> new HeadEvent.LeaseAsked(now(), ticket, caller, length, take));
    }

    public CompletableFuture<Answer> release(Caller caller) {
        return head.order("lease", ticket -> new HeadEvent.LeaseReleased(now(), ticket, caller));
    }

    public CompletableFuture<Answer> startPatrol(Caller caller, Patrol patrol) {
        return head.order("patrol", ticket -> new HeadEvent.PatrolStarted(now(), ticket, caller, patrol));
    }

    public CompletableFuture<Answer> stopPatrol() {
        return head.order("patrol", ticket -> new HeadEvent.PatrolStopped(now(), ticket));
    }

    /** Goes on with a patrol that was started before. */
    public void resumePatrol(Patrol patrol) {
        head.tell(() -> new HeadEvent.PatrolStarted(now(), NOBODY, null, patrol));
    }

    /** @param own the head's own motion may be what was seen */
    public void motionSeen(boolean own) {
        head.tell(() -> new HeadEvent.MotionSeen(now(), own));
    }

    private Instant now() {
        return time.instant();
    }
}
