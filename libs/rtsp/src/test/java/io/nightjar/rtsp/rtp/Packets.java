// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Packets as tests need them. */
final class Packets {

    private Packets() {}

    static RtpSender sender(Packetizer packetizer) {
        return new RtpSender(packetizer, 96, 90_000, 0x1234, 65_534);
    }

    static List<RtpPacket> of(Packetizer packetizer, List<byte[]> parts, int timestamp) {
        return send(sender(packetizer), parts, timestamp);
    }

    static List<RtpPacket> send(RtpSender sender, List<byte[]> parts, int timestamp) {
        var target = new DatagramTarget();
        sender.send(parts, timestamp, target);
        return target.packets().stream()
                .map(bytes -> RtpPacket.parse(ByteBuffer.wrap(bytes)).orElseThrow())
                .toList();
    }

    /** Payloads in order, as a camera with habits of its own sends them. */
    static RtpPacket raw(int sequence, int timestamp, boolean marker, int... payload) {
        var bytes = new byte[payload.length];
        for (int i = 0; i < payload.length; i++) {
            bytes[i] = (byte) payload[i];
        }
        return new RtpPacket(96, marker, sequence, timestamp, 1, ByteBuffer.wrap(bytes));
    }

    /** Each packet's payload is read through a view of its own, so that packets can be used twice. */
    static List<AccessUnit> units(Depacketizer depacketizer, List<RtpPacket> packets) {
        var units = new ArrayList<AccessUnit>();
        for (var packet : packets) {
            var view = new RtpPacket(
                    packet.payloadType(),
                    packet.marker(),
                    packet.sequence(),
                    packet.timestamp(),
                    packet.ssrc(),
                    packet.payload().duplicate());
            depacketizer.packet(view, units::add);
        }
        return units;
    }
}
