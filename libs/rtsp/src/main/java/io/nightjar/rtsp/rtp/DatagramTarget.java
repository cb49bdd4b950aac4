// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Keeps each packet apart, to be sent as a datagram. */
public final class DatagramTarget implements RtpSender.PacketTarget {

    private final List<byte[]> packets = new ArrayList<>();

    @Override
    public ByteBuffer packet(int length) {
        var packet = new byte[length];
        packets.add(packet);
        return ByteBuffer.wrap(packet);
    }

    public List<byte[]> packets() {
        return packets;
    }
}
