// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * Wall-clock time that runs evenly: it follows the monotonic clock and is drawn to the wall clock too slowly to be
 * noticed. Only when the wall clock is set anew does it jump.
 */
public final class SteadyClock {

    private static final long JUMP_MICROS = 250_000;
    /** One part in two thousand: faster than any clock drifts, slower than anybody sees. */
    private static final long SLEW = 2_000;

    private final Clock wall;
    private final LongSupplier nanos;
    private long offset;
    private long last;

    public SteadyClock(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.last = nanos.getAsLong() / 1000;
        this.offset = wallMicros() - last;
    }

    /** Microseconds since 1970. */
    public synchronized long micros() {
        long monotonic = nanos.getAsLong() / 1000;
        long error = wallMicros() - (monotonic + offset);
        long most = (monotonic - last) / SLEW;
        offset += Math.abs(error) > JUMP_MICROS ? error : Math.clamp(error, -most, most);
        if (most > 0) {
            last = monotonic;
        }
        return monotonic + offset;
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private long wallMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, wall.instant());
    }
}
