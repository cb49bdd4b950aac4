// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/**
 * Ends native calls that wait, by deadline or because another thread says so. Latched: once fired it stays fired, for
 * libav may report success for a flushed packet and would then wait the whole time again.
 */
final class Interrupt implements AutoCloseable {

    private static final Map<Long, Interrupt> ACTIVE = new ConcurrentHashMap<>();
    private static final AtomicLong IDS = new AtomicLong();
    // One callback for all: JavaCPP gives out only a few at a time, and libav keeps no reference that protects it.
    private static final AVIOInterruptCB.Callback_Pointer CALLBACK = new AVIOInterruptCB.Callback_Pointer() {
        @Override
        public int call(Pointer opaque) {
            var interrupt = ACTIVE.get(opaque.address());
            return interrupt == null || interrupt.fired() ? 1 : 0;
        }
    };

    private final long id = IDS.incrementAndGet();
    private volatile boolean fired;
    private volatile boolean asked;
    private volatile long deadline;

    Interrupt(Duration first) {
        within(first);
        ACTIVE.put(id, this);
    }

    void attach(AVFormatContext context) {
        context.interrupt_callback().callback(CALLBACK).opaque(new Id(id));
    }

    /** Gives the next calls this long. */
    void within(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /** Ends the running call, and all later ones, from any thread. */
    void fire() {
        asked = true;
        end();
    }

    /** Waits this long, or until somebody ends the wait. The deadline does not: this is no fault of the source. */
    synchronized void pause(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        try {
            for (long left = time.toNanos(); left > 0 && !fired; left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            fired = true;
        }
    }

    boolean fired() {
        if (!fired && System.nanoTime() - deadline > 0) {
            fired = true;
        }
        return fired;
    }

    /** Ends the running call because everything is about to be closed. */
    synchronized void end() {
        fired = true;
        notifyAll();
    }

    /** Somebody asked for it, as opposed to a deadline that has passed. */
    boolean asked() {
        return asked;
    }

    @Override
    public void close() {
        end();
        ACTIVE.remove(id);
    }

    /** A number that travels through libav as if it were an address. */
    private static final class Id extends Pointer {
        Id(long id) {
            address = id;
        }
    }
}
