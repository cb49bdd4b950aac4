// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.nio.ByteBuffer;
import java.util.List;

/** Cuts one unit into RTP payloads. Keeps no state, so that one instance serves every receiver. */
public interface Packetizer {

    /** Fits UDP over Ethernet with room for SRTP, and every receiver seen so far. */
    int DEFAULT_MAX_PAYLOAD = 1400;

    /** Takes payloads one by one. */
    interface Payloads {

        /** Where to put the next payload; exactly {@code length} bytes must be put before the next call. */
        ByteBuffer next(int length, boolean marker);
    }

    void packetize(List<byte[]> parts, Payloads payloads);
}
