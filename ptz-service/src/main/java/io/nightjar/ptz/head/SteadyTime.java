// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** Time that never jumps: a clock that is set anew while somebody holds a button must neither stop nor keep a head. */
public final class SteadyTime implements InstantSource {

    private final Clock wall;
    private final LongSupplier nanos;
    private final Instant start;
    private final long startNanos;

    public SteadyTime(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.start = wall.instant();
        this.startNanos = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos.getAsLong() - startNanos);
    }

    /** The same moment for people. */
    public Instant wall(Instant steady) {
        return wall.instant().plus(Duration.between(instant(), steady));
    }
}
