// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What arrives broken on one stream. A picture now and then is nothing; many in a minute mean that packets are lost on
 * the way, and long hunts for a fault in the software have ended at a switch and at a corroded plug. Safe for many threads.
 */
public final class Damage {

    /** What can be broken. */
    public enum Kind {
        /** Packets that never came. */
        LOST,
        /** Packets that came with errors. */
        CORRUPT,
        /** Pictures or sound that could not be decoded whole. */
        DECODE,
        /** Times that run backwards. */
        TIMESTAMPS,
        /** A picture whose size or format is never said. */
        PARAMETERS
    }

    /** What a person can try. */
    public static final String HINT =
            "Much of this stream arrives broken: the network or its cabling is suspected. Check"
                    + " cable, plugs, switch port and Wi-Fi, or let the camera send by TCP.";

    private static final int MANY = 10;
    private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanos;
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final long[] newest = new long[MANY];
    private long events;

    Damage() {
        this(System::nanoTime);
    }

    Damage(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void seen(Kind kind) {
        counts.merge(kind, 1L, Long::sum);
        newest[(int) (events++ % MANY)] = nanos.getAsLong();
    }

    public synchronized long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** How often anything was broken. */
    public synchronized long total() {
        return events;
    }

    /** So much was broken during the last minute that the fault is likely between the camera and this machine. */
    public synchronized boolean networkSuspected() {
        return events >= MANY && nanos.getAsLong() - newest[(int) (events % MANY)] < WINDOW_NANOS;
    }
}
