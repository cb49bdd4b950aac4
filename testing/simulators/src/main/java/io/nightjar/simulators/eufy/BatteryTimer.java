// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.eufy;

import io.nightjar.simulators.Door;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Saves a battery: hangs up on whoever has watched for too long. With a duration of zero it does nothing. */
final class BatteryTimer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BatteryTimer.class);
    private static final int LOOKS = 10;

    private final Vertx vertx;
    private final BooleanSupplier watched;
    private final Door door;
    private final long timer;
    private int watchedLooks;

    BatteryTimer(Vertx vertx, Duration awake, BooleanSupplier watched, Door door) {
        this.vertx = vertx;
        this.watched = watched;
        this.door = door;
        this.timer = awake.isZero() ? -1 : vertx.setPeriodic(Math.max(awake.toMillis() / LOOKS, 1), tick -> look());
    }

    private void look() {
        watchedLooks = watched.getAsBoolean() ? watchedLooks + 1 : 0;
        if (watchedLooks >= LOOKS) {
            watchedLooks = 0;
            // Dropping waits for the event loop, so it must not run on it.
            vertx.executeBlocking(() -> {
                        door.drop();
                        return door.port();
                    })
                    .onFailure(failure -> LOG.warnf("could not hang up cause=%s", failure.getMessage()));
        }
    }

    @Override
    public void close() {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
        }
    }
}
