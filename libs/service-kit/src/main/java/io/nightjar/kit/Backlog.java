// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Events that wait for the broker: of a compacted topic the newest per key, of the others the newest
 * {@code capacity}. Used under the lock of its owner.
 */
final class Backlog {

    private final int capacity;
    private final LinkedHashMap<Outgoing.Slot, Outgoing> states = new LinkedHashMap<>();
    private final Deque<Outgoing> facts = new ArrayDeque<>();

    Backlog(int capacity) {
        this.capacity = capacity;
    }

    /** Answers how many older events had to go for this one with nothing newer in their place. */
    int add(Outgoing event) {
        if (event.topic().compacted()) {
            states.put(event.slot(), event);
            return states.size() > capacity ? dropOldestState() : 0;
        }
        facts.addLast(event);
        if (facts.size() <= capacity) {
            return 0;
        }
        facts.removeFirst();
        return 1;
    }

    /** The event that waits longest, facts before states. */
    @Nullable
    Outgoing poll() {
        return facts.isEmpty() ? pollState() : facts.pollFirst();
    }

    /** Puts back what could not be handed over, unless something newer took its place. */
    void restore(Outgoing event) {
        if (event.topic().compacted()) {
            states.putIfAbsent(event.slot(), event);
        } else {
            facts.addFirst(event);
        }
    }

    int size() {
        return facts.size() + states.size();
    }

    private @Nullable Outgoing pollState() {
        var oldest = states.pollFirstEntry();
        return oldest == null ? null : oldest.getValue();
    }

    private int dropOldestState() {
        states.pollFirstEntry();
        return 1;
    }
}
