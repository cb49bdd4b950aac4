// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import io.nightjar.rtsp.rtp.Rtcp.SenderReport;
import java.nio.ByteBuffer;
import java.util.List;

/** One outgoing stream: numbers its packets, counts them, and reports. Used by one thread at a time. */
public final class RtpSender {

    /** Gives room for whole packets, one after the other. */
    public interface PacketTarget {

        /** Exactly {@code length} bytes are put before the next call. */
        ByteBuffer packet(int length);
    }

    private final Packetizer packetizer;
    private final int payloadType;
    private final int clockRate;
    private final int ssrc;
    private int sequence;
    private int packets;
    private int octets;

    /** Sequence numbers begin anywhere, best at random. */
    public RtpSender(Packetizer packetizer, int payloadType, int clockRate, int ssrc, int firstSequence) {
        this.packetizer = packetizer;
        this.payloadType = payloadType;
        this.clockRate = clockRate;
        this.ssrc = ssrc;
        this.sequence = firstSequence & 0xffff;
    }

    public int ssrc() {
        return ssrc;
    }

    public int clockRate() {
        return clockRate;
    }

    /** The sequence number of the next packet, for RTP-Info. */
    public int nextSequence() {
        return sequence;
    }

    public int packets() {
        return packets;
    }

    public void send(List<byte[]> parts, int timestamp, PacketTarget target) {
        packetizer.packetize(parts, (length, marker) -> {
            var packet = target.packet(RtpPacket.HEADER_BYTES + length);
            RtpPacket.writeHeader(packet, payloadType, marker, sequence, timestamp, ssrc);
            sequence = sequence + 1 & 0xffff;
            packets++;
            octets += length;
            return packet;
        });
    }

    /** What to tell receivers: the stream had this timestamp at this wall-clock time. */
    public SenderReport report(long epochMicros, int timestamp) {
        return new SenderReport(ssrc, NtpTime.ofEpochMicros(epochMicros), timestamp, packets, octets);
    }
}
