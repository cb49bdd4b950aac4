// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media.srt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts packets back in order. One that is missing holds back those behind it until it comes, or until they have waited long
 * enough. Sequence numbers have 31 bits and begin anew.
 */
final class InOrder {

    static final int ROOM = 8192;
    private static final int MASK = 0x7fff_ffff;

    /** From the first to the last, both missing. */
    record Gap(int first, int last) {}

    /** A packet that has come, and when. */
    private static final class Held {
        private final byte[] data;
        private final long arrived;

        Held(byte[] data, long arrived) {
            this.data = data;
            this.arrived = arrived;
        }
    }

    private final Map<Integer, Held> held = new HashMap<>();
    private final long patience;
    private int next;
    private int newest;

    /**
     * Nothing has come yet.
     *
     * @param first the number of the first packet
     * @param patience nanoseconds that a packet waits for those before it
     */
    InOrder(int first, long patience) {
        this.next = first & MASK;
        this.newest = back(first);
        this.patience = patience;
    }

    /** Takes a packet; gives the gap that it shows to be there now. */
    Optional<Gap> put(int sequence, byte[] data, long now) {
        int ahead = distance(next, sequence);
        if (ahead < 0 || ahead >= ROOM) {
            // Late or sent twice; or so far ahead that only beginning anew helps.
            if (ahead >= ROOM) {
                held.clear();
                next = sequence;
                newest = sequence;
                held.put(sequence, new Held(data, now));
            }
            return Optional.empty();
        }
        held.putIfAbsent(sequence, new Held(data, now));
        int beyond = distance(newest, sequence);
        if (beyond <= 0) {
            return Optional.empty();
        }
        var gap = beyond == 1 ? Optional.<Gap>empty() : Optional.of(new Gap(after(newest), back(sequence)));
        newest = sequence;
        return gap;
    }

    /** The next packet, if it is time. */
    Optional<byte[]> poll(long now) {
        if (!held.isEmpty() && !held.containsKey(next)) {
            int first = firstHeld();
            var waiting = held.get(first);
            if (waiting == null || now - waiting.arrived < patience) {
                return Optional.empty();
            }
            next = first;
        }
        var packet = held.remove(next);
        if (packet == null) {
            return Optional.empty();
        }
        next = after(next);
        return Optional.of(packet.data);
    }

    /** The camera will not send these any more. */
    void dropped(int first, int last) {
        boolean concerned = distance(first, next) >= 0 && distance(next, last) >= 0 && distance(next, last) < ROOM;
        if (concerned) {
            for (int gone = next; distance(gone, last) >= 0; gone = after(gone)) {
                held.remove(gone);
            }
            next = after(last);
            newest = distance(newest, last) > 0 ? last : newest;
        }
    }

    /** All that is still missing. */
    List<Gap> missing() {
        var gaps = new ArrayList<Gap>();
        int from = next;
        for (int sequence = next; distance(sequence, newest) >= 0; sequence = after(sequence)) {
            if (held.containsKey(sequence)) {
                if (from != sequence) {
                    gaps.add(new Gap(from, back(sequence)));
                }
                from = after(sequence);
            }
        }
        return gaps;
    }

    /** The first that has not come. */
    int awaited() {
        int sequence = next;
        while (held.containsKey(sequence)) {
            sequence = after(sequence);
        }
        return sequence;
    }

    int room() {
        return ROOM - held.size();
    }

    private int firstHeld() {
        int sequence = next;
        while (!held.containsKey(sequence)) {
            sequence = after(sequence);
        }
        return sequence;
    }

    private static int after(int sequence) {
        return (sequence + 1) & MASK;
    }

    private static int back(int sequence) {
        return (sequence - 1) & MASK;
    }

    /** How far the second is ahead of the first; negative when it is behind. */
    static int distance(int from, int to) {
        return ((to - from) << 1) >> 1;
    }
}
