// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import java.util.ArrayList;
import java.util.List;

/** Consecutive parts that a player may load as one file; grows until it is complete. Guarded by its window. */
final class Segment {

    /** The init section that a run of segments shares; a change of format or of publisher begins a new one. */
    @SuppressWarnings("ArrayRecordComponent") // shared with sockets, never changed or compared
    record Generation(int number, byte[] init) {}

    private final long msn;
    private final long wallMicros;
    private final Generation generation;
    private final boolean discontinuity;
    private final List<Part> parts = new ArrayList<>();
    private long durationMicros;
    private boolean complete;

    Segment(long msn, long wallMicros, Generation generation, boolean discontinuity) {
        this.msn = msn;
        this.wallMicros = wallMicros;
        this.generation = generation;
        this.discontinuity = discontinuity;
    }

    void add(Part part) {
        parts.add(part);
        durationMicros += part.durationMicros();
    }

    void finish() {
        complete = true;
    }

    /** Its media sequence number. */
    long msn() {
        return msn;
    }

    /** When its first picture was taken, by the wall clock. */
    long wallMicros() {
        return wallMicros;
    }

    Generation generation() {
        return generation;
    }

    boolean discontinuity() {
        return discontinuity;
    }

    boolean complete() {
        return complete;
    }

    List<Part> parts() {
        return parts;
    }

    long durationMicros() {
        return durationMicros;
    }

    byte[] bytes() {
        var whole =
                new byte[parts.stream().mapToInt(part -> part.bytes().length).sum()];
        int position = 0;
        for (var part : parts) {
            System.arraycopy(part.bytes(), 0, whole, position, part.bytes().length);
            position += part.bytes().length;
        }
        return whole;
    }
}
