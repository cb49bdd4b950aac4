// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.nio.ByteBuffer;

/** RFC 7798 without DON. */
public final class H265Depacketizer extends NalDepacketizer {

    @Override
    void payload(ByteBuffer payload) {
        if (payload.remaining() < 3) {
            return;
        }
        int type = payload.get(payload.position()) >> 1 & 0x3f;
        if (type == H265Packetizer.FRAGMENTATION) {
            fragment(payload);
        } else if (type == H265Packetizer.AGGREGATION) {
            payload.getShort();
            aggregate(payload);
        } else if (type < H265Packetizer.AGGREGATION) {
            unit(bytes(payload, payload.remaining()));
        }
    }

    private void fragment(ByteBuffer payload) {
        int first = payload.get();
        int second = payload.get();
        int header = payload.get();
        if ((header & 0x80) != 0) {
            beginFragment(payload, (first & 0x81) | ((header & 0x3f) << 1), second);
        } else {
            continueFragment(payload);
        }
        if ((header & 0x40) != 0) {
            endFragment();
        }
    }

    @Override
    boolean isPicture(byte[] nal) {
        return Nal.h265Picture(nal);
    }

    @Override
    boolean isKey(byte[] nal) {
        return Nal.h265Key(nal);
    }
}
