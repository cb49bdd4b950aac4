// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.util.List;

/** RFC 3640, AAC-hbr: one access unit to a packet, fragmented when it is larger than a packet. */
public final class AacPacketizer implements Packetizer {

    private static final int HEADER_BYTES = 4;
    private static final int HEADER_BITS = 16;

    private final int maxPayload;

    public AacPacketizer() {
        this(DEFAULT_MAX_PAYLOAD);
    }

    public AacPacketizer(int maxPayload) {
        this.maxPayload = maxPayload;
    }

    @Override
    public void packetize(List<byte[]> parts, Payloads payloads) {
        for (var part : parts) {
            int offset = 0;
            while (offset < part.length) {
                int length = Math.min(maxPayload - HEADER_BYTES, part.length - offset);
                payloads.next(HEADER_BYTES + length, offset + length == part.length)
                        .putShort((short) HEADER_BITS)
                        .putShort((short) (part.length << 3))
                        .put(part, offset, length);
                offset += length;
            }
        }
    }
}
