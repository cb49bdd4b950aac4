// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import io.nightjar.rtsp.RtspItem.Interleaved;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Lines packets up as interleaved frames, so that a whole picture goes out in one write. */
public final class InterleavedTarget implements RtpSender.PacketTarget {

    private final int channel;
    private byte[] bytes;
    private int length;

    public InterleavedTarget(int channel, int expectedBytes) {
        this.channel = channel;
        this.bytes = new byte[expectedBytes];
    }

    @Override
    public ByteBuffer packet(int packetLength) {
        return frame(channel, packetLength);
    }

    /** Lines up one packet of another channel, such as a report. */
    public void packet(int otherChannel, byte[] packet) {
        frame(otherChannel, packet.length).put(packet);
    }

    private ByteBuffer frame(int onChannel, int packetLength) {
        int needed = length + Interleaved.HEADER_BYTES + packetLength;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
        var frame = ByteBuffer.wrap(bytes, length, Interleaved.HEADER_BYTES + packetLength);
        frame.put((byte) Interleaved.MAGIC).put((byte) onChannel).putShort((short) packetLength);
        length = needed;
        return frame;
    }

    /** The frames so far, in an array that may be longer than they are. */
    public byte[] array() {
        return bytes;
    }

    public int length() {
        return length;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
