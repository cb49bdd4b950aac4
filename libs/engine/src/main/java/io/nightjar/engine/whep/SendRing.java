// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The newest packets of one stream as they left, kept to be sent again when the player misses one. Grows until it holds the
 * last second, so that a small picture costs little memory.
 */
final class SendRing {

    /** A packet on its way a second time is not sent a third time at once. */
    private static final long REST_NANOS = 10_000_000;

    private static final long KEPT_NANOS = 1_000_000_000;
    private static final int SMALLEST = 64;
    private static final int LARGEST = 1024;
    private static final int PACKET_ROOM = 1280;

    private static final class Slot {
        private final SrtpBuffer buffer = new SrtpBuffer(PACKET_ROOM);
        private int sequence;
        private long storedNanos;
        private long sentNanos;
    }

    /** Its length is a power of two, so that places stay unique when sequence numbers wrap. */
    private @Nullable Slot[] slots = new Slot[SMALLEST];

    /** The room for this packet; what lay there before is too old to be asked for. */
    SrtpBuffer room(int sequence, long nanos) {
        var slot = slots[place(sequence)];
        if (slot != null && nanos - slot.storedNanos < KEPT_NANOS && slots.length < LARGEST) {
            grow();
            slot = slots[place(sequence)];
        }
        if (slot == null) {
            slot = new Slot();
            slots[place(sequence)] = slot;
        }
        slot.sequence = sequence;
        slot.storedNanos = nanos;
        slot.sentNanos = nanos;
        slot.buffer.setLength(0);
        return slot.buffer;
    }

    private void grow() {
        var kept = Stream.of(slots).filter(Objects::nonNull).toList();
        slots = new Slot[2 * slots.length];
        for (var slot : kept) {
            slots[place(slot.sequence)] = slot;
        }
    }

    private int place(int sequence) {
        return sequence & (slots.length - 1);
    }

    /** The packet if it is still here and was not sent just now. */
    @Nullable
    SrtpBuffer again(int sequence, long nanos) {
        var slot = slots[place(sequence)];
        if (slot == null || slot.sequence != sequence || nanos - slot.sentNanos < REST_NANOS) {
            return null;
        }
        slot.sentNanos = nanos;
        return slot.buffer;
    }
}
