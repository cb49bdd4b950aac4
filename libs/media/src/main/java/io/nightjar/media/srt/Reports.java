// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media.srt;

import io.nightjar.media.srt.InOrder.Gap;
import java.io.IOException;
import java.util.List;

/** Tells the camera what has come, so that it can forget it, and what has not, so that it sends it again. */
final class Reports {

    private static final long RECEIVED_EVERY = 10_000_000;
    private static final long TOLD_AGAIN_EVERY = 1_000_000_000;
    private static final long LOST_AT_LEAST_EVERY = 20_000_000;
    private static final int FIRST_TRIP_MICROS = 100_000;
    private static final int FIRST_VARIANCE_MICROS = 50_000;
    private static final int MOST_GAPS = 180;

    private final Wire wire;
    private final InOrder packets;
    private final int peer;
    private int number;
    private int numbered;
    private long numberedAt;
    private int told = -1;
    private long toldAt;
    private long lostAt;
    private int tripMicros = FIRST_TRIP_MICROS;
    private int varianceMicros = FIRST_VARIANCE_MICROS;

    Reports(Wire wire, InOrder packets, int peer) {
        this.wire = wire;
        this.packets = packets;
        this.peer = peer;
    }

    void send(long now) throws IOException {
        if (now - toldAt >= RECEIVED_EVERY) {
            received(now);
        }
        long again = Math.max((tripMicros + 4L * varianceMicros) * 1000, LOST_AT_LEAST_EVERY);
        if (now - lostAt >= again) {
            lostAt = now;
            var missing = packets.missing();
            if (!missing.isEmpty()) {
                lost(missing);
            }
        }
    }

    void lost(Gap gap) throws IOException {
        lost(List.of(gap));
    }

    private void lost(List<Gap> gaps) throws IOException {
        var some = gaps.subList(0, Math.min(gaps.size(), MOST_GAPS));
        var packet = Control.LOST.packet(0, 0, wire.micros(), peer, some.size() * 8);
        for (var gap : some) {
            if (gap.first() == gap.last()) {
                packet.putInt(gap.first());
            } else {
                packet.putInt(gap.first() | 0x8000_0000).putInt(gap.last());
            }
        }
        wire.send(packet.flip());
    }

    private void received(long now) throws IOException {
        int awaited = packets.awaited();
        if (awaited == told && now - toldAt < TOLD_AGAIN_EVERY) {
            return;
        }
        told = awaited;
        toldAt = now;
        number++;
        numbered = number;
        numberedAt = now;
        wire.send(Control.RECEIVED
                .packet(0, number, wire.micros(), peer, 28)
                .putInt(awaited)
                .putInt(tripMicros)
                .putInt(varianceMicros)
                .putInt(packets.room())
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .flip());
    }

    /** The camera has seen a report: how long that took is how long its packets take. */
    void seen(int which, long now) {
        if (which == numbered && numberedAt != 0) {
            int sample = (int) Math.min((now - numberedAt) / 1000, 10_000_000);
            varianceMicros = (3 * varianceMicros + Math.abs(sample - tripMicros)) / 4;
            tripMicros = (7 * tripMicros + sample) / 8;
            numberedAt = 0;
        }
    }
}
