// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.ingest.demand.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;

/** Who wants a stream, and in which form. Used by its runner alone, but for {@link #browsers}. */
final class Demand {

    private final Clock clock;
    private final Alarm end;
    private Lease any;
    private Lease web;
    private volatile boolean browsers;

    /** @param onEnd rung when a lease may have ended */
    Demand(ScheduledExecutorService timer, Clock clock, Duration grace, Runnable onEnd) {
        this.clock = clock;
        this.end = new Alarm(timer, onEnd);
        this.any = Lease.none(grace);
        this.web = Lease.none(grace);
    }

    void extend(Duration length) {
        any = any.extended(now(), length);
        look();
    }

    /** Somebody wants the form that every browser plays. */
    void extendForBrowsers(Duration length) {
        web = web.extended(now(), length);
        extend(length);
    }

    boolean holds() {
        return any.holds(now());
    }

    /** From any thread. */
    boolean browsers() {
        return browsers;
    }

    /** Notices ends of leases and sets the alarm for the next. */
    void look() {
        var now = now();
        browsers = web.holds(now);
        if (any.holds(now)) {
            // Timer and wall clock differ: a ring that came too early is not the last.
            end.in(Duration.between(now, browsers && web.ends().isBefore(any.ends()) ? web.ends() : any.ends()));
        }
    }

    void close() {
        end.cancel();
    }

    private Instant now() {
        return clock.instant();
    }
}
