// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

import java.nio.ByteBuffer;

/** What one RTSP connection carries: messages, and RTP or RTCP packets between them. */
public sealed interface RtspItem permits RtspItem.Interleaved, RtspMessage {

    /** A packet on an interleaved channel. The payload is only valid during the call that delivers it. */
    record Interleaved(int channel, ByteBuffer payload) implements RtspItem {

        public static final int HEADER_BYTES = 4;
        public static final int MAGIC = 0x24;

        public static byte[] frame(int channel, byte[] packet) {
            var frame = new byte[HEADER_BYTES + packet.length];
            ByteBuffer.wrap(frame)
                    .put((byte) MAGIC)
                    .put((byte) channel)
                    .putShort((short) packet.length)
                    .put(packet);
            return frame;
        }
    }
}
