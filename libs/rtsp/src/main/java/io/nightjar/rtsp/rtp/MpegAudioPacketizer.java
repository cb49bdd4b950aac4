// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.util.List;

/** RFC 2250: MPEG audio frames such as MP3, cut where one is larger than a packet. */
public final class MpegAudioPacketizer implements Packetizer {

    private static final int HEADER_BYTES = 4;

    @Override
    public void packetize(List<byte[]> parts, Payloads payloads) {
        for (var part : parts) {
            for (int offset = 0; offset < part.length; ) {
                int length = Math.min(DEFAULT_MAX_PAYLOAD - HEADER_BYTES, part.length - offset);
                payloads.next(HEADER_BYTES + length, offset == 0)
                        .putShort((short) 0)
                        .putShort((short) offset)
                        .put(part, offset, length);
                offset += length;
            }
        }
    }
}
