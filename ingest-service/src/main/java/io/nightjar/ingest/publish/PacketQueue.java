// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

import io.nightjar.media.Packet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Packets between the camera's thread and the publisher's. Never makes the camera wait: while nobody takes, it keeps what
 * came since the last key frame; when it is full it begins anew at the next one, so that no picture lacks its reference.
 * While the publisher has nothing to do, packets go past it: waking a thread for each costs more than sending it.
 */
public final class PacketQueue {

    public static final int USUAL = 2_000;

    private static final long MAX_BYTES = 32L << 20;

    private final Predicate<Packet> begins;
    private final int most;
    private final Predicate<Packet> shortcut;
    private final Deque<Packet> packets = new ArrayDeque<>();
    private long bytes;
    private long dropped;
    private boolean flowing;
    private boolean idle;
    private boolean waitingForKey = true;
    private boolean closed;

    /** An empty queue past which nothing goes. */
    public PacketQueue(Predicate<Packet> begins, int most) {
        this(begins, most, packet -> false);
    }

    /**
     * An empty queue.
     *
     * @param begins whether a reader can begin with this packet
     * @param most how many packets may wait
     * @param shortcut sends a packet at once, on the thread that offers it and while nobody else sends; false when that
     *     cannot be done
     */
    public PacketQueue(Predicate<Packet> begins, int most, Predicate<Packet> shortcut) {
        this.begins = begins;
        this.most = most;
        this.shortcut = shortcut;
    }

    public synchronized void offer(Packet packet) {
        boolean key = begins.test(packet);
        if (key && !flowing) {
            drop();
        }
        if (packets.size() >= most || bytes + packet.data().remaining() > MAX_BYTES) {
            drop();
            waitingForKey = true;
        }
        if (closed || (waitingForKey && !key)) {
            dropped++;
            return;
        }
        waitingForKey = false;
        if (idle && packets.isEmpty() && shortcut.test(packet)) {
            return;
        }
        packets.add(packet.copy());
        bytes += packet.data().remaining();
        notifyAll();
    }

    /** Waits for the next packet; empty once closed. */
    public synchronized Optional<Packet> take() throws InterruptedException {
        idle = true;
        try {
            while (packets.isEmpty() && !closed) {
                wait();
            }
        } finally {
            idle = false;
        }
        if (closed) {
            return Optional.empty();
        }
        var next = packets.removeFirst();
        bytes -= next.data().remaining();
        return Optional.of(next);
    }

    /** Somebody takes from here on, beginning with a key frame. */
    public synchronized void flowing() {
        flowing = true;
    }

    /** Nobody takes any more: what is left is kept from its last key frame on. */
    synchronized void held() {
        flowing = false;
        var kept = List.copyOf(packets);
        int last = kept.size() - 1;
        while (last >= 0 && !begins.test(kept.get(last))) {
            last--;
        }
        drop();
        waitingForKey = last < 0;
        if (last >= 0) {
            for (var packet : kept.subList(last, kept.size())) {
                packets.add(packet);
                bytes += packet.data().remaining();
                dropped--;
            }
        }
    }

    /** Waits until closed or until the time is over; true once closed. */
    synchronized boolean closedWithin(long millis) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; left > 0 && !closed; left = (until - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return closed;
    }

    synchronized long dropped() {
        return dropped;
    }

    public synchronized void close() {
        closed = true;
        drop();
        notifyAll();
    }

    private void drop() {
        dropped += packets.size();
        packets.clear();
        bytes = 0;
    }
}
