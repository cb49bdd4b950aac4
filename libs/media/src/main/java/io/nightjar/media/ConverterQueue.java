// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Packets on their way to a converter's thread. Never makes the camera wait and never grows beyond its bounds: too full, it
 * begins anew with the next key packet, for no packet between two key packets can be left out without damage.
 */
final class ConverterQueue {

    static final int MAX_PACKETS = 250;
    static final long MAX_BYTES = 48L << 20;

    /**
     * One packet to convert.
     *
     * @param afterGap packets before it were dropped
     * @param waiting how many wait behind it
     */
    record Next(Packet packet, boolean afterGap, int waiting) {}

    private final Queue<Packet> packets = new ArrayDeque<>();
    private long bytes;
    private long dropped;
    private long overflows;
    private boolean waitingForKey;
    private boolean gap;
    private boolean closed;

    synchronized void offer(Packet packet) {
        int size = packet.data().remaining();
        if (!packets.isEmpty() && (packets.size() >= MAX_PACKETS || bytes + size > MAX_BYTES)) {
            dropped += packets.size();
            packets.clear();
            bytes = 0;
            overflows++;
            waitingForKey = true;
            gap = true;
        }
        if (closed || (waitingForKey && !packet.key())) {
            dropped++;
            return;
        }
        waitingForKey = false;
        packets.add(packet.copy());
        bytes += size;
        notifyAll();
    }

    /** Waits for the next packet; null once closed. */
    synchronized @Nullable Next take() throws InterruptedException {
        while (packets.isEmpty() && !closed) {
            wait();
        }
        var packet = closed ? null : packets.poll();
        if (packet == null) {
            return null;
        }
        bytes -= packet.data().remaining();
        var next = new Next(packet, gap, packets.size());
        gap = false;
        return next;
    }

    synchronized int waiting() {
        return packets.size();
    }

    synchronized long dropped() {
        return dropped;
    }

    synchronized long overflows() {
        return overflows;
    }

    synchronized void close() {
        closed = true;
        dropped += packets.size();
        packets.clear();
        bytes = 0;
        notifyAll();
    }
}
