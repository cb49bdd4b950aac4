// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Rings once after a while; set anew, it forgets what it was set to before. Used by one thread at a time. */
final class Alarm {

    private final ScheduledExecutorService timer;
    private final Runnable ring;
    private @Nullable Future<?> set;

    Alarm(ScheduledExecutorService timer, Runnable ring) {
        this.timer = timer;
        this.ring = ring;
    }

    void in(Duration delay) {
        cancel();
        set = timer.schedule(ring, Math.max(0, delay.toMillis()) + 1, TimeUnit.MILLISECONDS);
    }

    void cancel() {
        if (set != null) {
            set.cancel(false);
            set = null;
        }
    }
}
