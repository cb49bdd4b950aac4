// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.nio.ByteBuffer;

/** RFC 6184, packetization-modes 0 and 1, and what cameras make of it. */
public final class H264Depacketizer extends NalDepacketizer {

    @Override
    void payload(ByteBuffer payload) {
        int type = payload.get(payload.position()) & 0x1f;
        if (type == H264Packetizer.FU_A) {
            fragment(payload);
        } else if (type == H264Packetizer.STAP_A) {
            payload.get();
            aggregate(payload);
        } else if ((type == 0 && startsWithCode(payload)) || (type >= 1 && type < H264Packetizer.STAP_A)) {
            unit(bytes(payload, payload.remaining()));
        }
    }

    private void fragment(ByteBuffer payload) {
        if (payload.remaining() < 2) {
            return;
        }
        int indicator = payload.get();
        int header = payload.get();
        // The reserved bit 0x20 is set by some cameras, and CostarHD sets start and end at once: a whole unit.
        if ((header & 0x80) != 0) {
            beginFragment(payload, (indicator & 0xe0) | (header & 0x1f));
        } else {
            continueFragment(payload);
        }
        if ((header & 0x40) != 0) {
            endFragment();
        }
    }

    /** V380 cameras put a start code before the unit, whose first zero then reads as type 0. */
    private static boolean startsWithCode(ByteBuffer payload) {
        int at = payload.position();
        if (payload.remaining() < 4 || payload.get(at + 1) != 0) {
            return false;
        }
        return payload.get(at + 2) == 1 || (payload.get(at + 2) == 0 && payload.get(at + 3) == 1);
    }

    @Override
    boolean isPicture(byte[] nal) {
        return Nal.h264Picture(nal);
    }

    @Override
    boolean isKey(byte[] nal) {
        return Nal.h264Key(nal);
    }
}
