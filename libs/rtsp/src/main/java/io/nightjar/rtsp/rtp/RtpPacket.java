// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One RTP packet as it was received.
 *
 * @param sequence 16 bits
 * @param timestamp 32 bits
 * @param payload a view of the received bytes, without padding; as short-lived as they are
 */
public record RtpPacket(int payloadType, boolean marker, int sequence, int timestamp, int ssrc, ByteBuffer payload) {

    public static final int HEADER_BYTES = 12;

    /** Empty when the bytes are not RTP; such packets arrive (hole punching, noise) and are ignored. */
    public static Optional<RtpPacket> parse(ByteBuffer bytes) {
        int begin = bytes.position();
        int length = bytes.remaining();
        if (length < HEADER_BYTES || (bytes.get(begin) & 0xc0) != 0x80) {
            return Optional.empty();
        }
        int first = bytes.get(begin);
        int second = bytes.get(begin + 1);
        int header = HEADER_BYTES + 4 * (first & 0x0f);
        if ((first & 0x10) != 0) {
            if (length < header + 4) {
                return Optional.empty();
            }
            header += 4 + 4 * (bytes.getShort(begin + header + 2) & 0xffff);
        }
        int padding = (first & 0x20) != 0 ? bytes.get(begin + length - 1) & 0xff : 0;
        if (header + padding > length) {
            return Optional.empty();
        }
        return Optional.of(new RtpPacket(
                second & 0x7f,
                (second & 0x80) != 0,
                bytes.getShort(begin + 2) & 0xffff,
                bytes.getInt(begin + 4),
                bytes.getInt(begin + 8),
                bytes.slice(begin + header, length - header - padding)));
    }

    public static void writeHeader(
            ByteBuffer target, int payloadType, boolean marker, int sequence, int timestamp, int ssrc) {
        target.put((byte) 0x80)
                .put((byte) (marker ? payloadType | 0x80 : payloadType))
                .putShort((short) sequence)
                .putInt(timestamp)
                .putInt(ssrc);
    }

    /** How far the second sequence number is after the first, counting around the end; negative when before. */
    public static int distance(int from, int to) {
        return (short) (to - from);
    }
}
