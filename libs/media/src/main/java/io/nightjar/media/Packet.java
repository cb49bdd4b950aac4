// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.nio.ByteBuffer;

/**
 * One coded picture or packet of sound. Its data is valid only during the call that hands it out; copy what must outlive it.
 *
 * @param track index into the tracks of its reader, encoder or writer
 * @param key a decoder can begin here; always true for sound
 */
public record Packet(int track, long ptsMicros, long dtsMicros, long durationMicros, boolean key, ByteBuffer data) {

    /** The same packet with its data on the heap, free to be kept. */
    public Packet copy() {
        var kept = ByteBuffer.allocate(data.remaining());
        kept.put(data.duplicate()).flip();
        return new Packet(track, ptsMicros, dtsMicros, durationMicros, key, kept);
    }

    public Packet at(long pts, long dts) {
        return new Packet(track, pts, dts, durationMicros, key, data);
    }

    public byte[] bytes() {
        var bytes = new byte[data.remaining()];
        data.duplicate().get(bytes);
        return bytes;
    }
}
