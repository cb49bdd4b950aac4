// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Rings once after a while; set anew, it forgets what it was set to before. Used by one thread at a time. */
final class Alarm {

    private static final Logger LOG = Logger.getLogger(Alarm.class);

    private final ScheduledExecutorService timer;
    private final Runnable ring;
    private @Nullable Future<?> set;

    Alarm(ScheduledExecutorService timer, Runnable ring) {
        this.timer = timer;
        this.ring = ring;
    }

    void in(Duration delay) {
        cancel();
        try {
            // Rounded up: rung too early, it would only be set again.
            long micros = Math.max(0, delay.toNanos() / 1000 + 1);
            set = timer.schedule(ring, micros, TimeUnit.MICROSECONDS);
        } catch (RejectedExecutionException ending) {
            LOG.debug("Too late to wait for anything: this process ends");
        }
    }

    void cancel() {
        if (set != null) {
            set.cancel(false);
            set = null;
        }
    }
}
