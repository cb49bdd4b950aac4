// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.util.List;

/** Sound that needs no framing: G.711, G.722 and Opus, one part to a packet. */
public final class AudioPacketizer implements Packetizer {

    @Override
    public void packetize(List<byte[]> parts, Payloads payloads) {
        for (var part : parts) {
            payloads.next(part.length, false).put(part);
        }
    }
}
