// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.ptz.driver.Position;
import io.nightjar.ptz.driver.PtzDriver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Watches a head that was sent somewhere until it stands there, as far as it says where it points. */
final class Arrival {

    private static final Logger LOG = Logger.getLogger(Arrival.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    /** Heads that do not say where they point are given so long. */
    private static final Duration BLIND = Duration.ofSeconds(4);

    private static final double STILL = 0.004;

    private final PtzDriver driver;
    private final ScheduledExecutorService timer;
    private final Runnable stood;
    private int looks;
    private @Nullable Position last;

    private Arrival(PtzDriver driver, ScheduledExecutorService timer, Runnable stood) {
        this.driver = driver;
        this.timer = timer;
        this.stood = stood;
    }

    /** @param stood called once, on any thread; late at the latest after half a minute */
    static void watch(PtzDriver driver, ScheduledExecutorService timer, Runnable stood) {
        new Arrival(driver, timer, stood).lookSoon();
    }

    private void lookSoon() {
        after(LOOK, () -> Thread.ofVirtual().name("ptz arrival").start(this::look));
    }

    private void look() {
        var now = position();
        looks++;
        var before = last;
        last = now.orElse(null);
        if (now.isEmpty()) {
            after(BLIND, stood);
        } else if ((before != null && isSame(before, now.get()))
                || LOOK.multipliedBy(looks).compareTo(HeadTiming.TRAVEL_MOST) >= 0) {
            stood.run();
        } else {
            lookSoon();
        }
    }

    private Optional<Position> position() {
        try {
            return driver.position();
        } catch (CameraFailure failure) {
            return Optional.empty();
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "A head's position could not be asked by a fault");
            return Optional.empty();
        }
    }

    private void after(Duration delay, Runnable work) {
        try {
            var unused = timer.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ending) {
            LOG.debug("Nobody waits for a head to arrive any more: this process ends");
        }
    }

    private static boolean isSame(Position one, Position other) {
        return Math.abs(one.pan() - other.pan()) < STILL
                && Math.abs(one.tilt() - other.tilt()) < STILL
                && Math.abs(one.zoom() - other.zoom()) < STILL;
    }
}
