// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.util.ArrayDeque;
import java.util.Deque;

/** Gives an encoder times that always rise, whatever the camera's do, and takes the camera's own from what comes out. */
final class EncoderTimes {

    private static final long BREAK_MICROS = 2_000_000;

    private record Entry(long inside, long outside) {}

    private final long frameMicros;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private boolean begun;
    private long last;
    private long shift;

    EncoderTimes(long frameMicros) {
        this.frameMicros = frameMicros;
    }

    long frameMicros() {
        return frameMicros;
    }

    /** The time to give to the encoder. */
    long enter(long pts) {
        long inside = pts + shift;
        if (!begun || inside <= last || inside > last + BREAK_MICROS) {
            inside = begun ? last + frameMicros : 0;
            shift = inside - pts;
        }
        begun = true;
        last = inside;
        entries.add(new Entry(inside, pts));
        return inside;
    }

    /** The camera's time of what the encoder gives. */
    long leave(long inside) {
        var entry = entries.poll();
        while (entry != null && entry.inside() < inside && !entries.isEmpty()) {
            entry = entries.poll();
        }
        return entry == null ? inside - shift : entry.outside();
    }
}
