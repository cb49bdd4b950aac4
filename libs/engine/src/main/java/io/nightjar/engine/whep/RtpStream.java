// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.rtsp.rtp.NtpTime;
import io.nightjar.rtsp.rtp.Rtcp;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** One outgoing track of one session: numbers, protects, counts and remembers its packets. */
final class RtpStream {

    private static final int ONE_BYTE_EXTENSIONS = 0xbede;

    /**
     * Minimum 0 and maximum 100 ms, in two numbers of 12 bits that count 10 ms. Measured in Chromium at 25 pictures a second:
     * shown after 12 ms at an even pace; after 4 ms unevenly with a maximum of 0; after 30 ms without the extension.
     */
    private static final int PLAYOUT_DELAY = 10;

    private final Srtp srtp;
    private final SendRing ring;
    private final int payloadType;
    private final int ssrc;
    private final int playoutDelayId;
    private final byte[] header = new byte[20];
    private int sequence;
    private int packets;
    private int octets;

    /** {@code playoutDelayId} 0 leaves the extension out. */
    RtpStream(Srtp srtp, SendRing ring, int payloadType, int ssrc, int playoutDelayId, int firstSequence) {
        this.srtp = srtp;
        this.ring = ring;
        this.payloadType = payloadType;
        this.ssrc = ssrc;
        this.playoutDelayId = playoutDelayId;
        this.sequence = firstSequence & 0xffff;
    }

    /** The protected packet, valid until the ring comes round. */
    SrtpBuffer packet(Payload payload, int timestamp, boolean first, long nanos) throws GeneralSecurityException {
        var room = ring.room(sequence, nanos);
        room.append(header, writeHeader(payload.marker(), timestamp, first && playoutDelayId > 0));
        room.append(payload.bytes(), payload.bytes().length);
        srtp.protect(ssrc, room);
        sequence = (sequence + 1) & 0xffff;
        packets++;
        octets += payload.bytes().length;
        return room;
    }

    private int writeHeader(boolean marker, int timestamp, boolean extended) {
        header[0] = (byte) (extended ? 0x90 : 0x80);
        header[1] = (byte) (marker ? payloadType | 0x80 : payloadType);
        header[2] = (byte) (sequence >> 8);
        header[3] = (byte) sequence;
        put(4, timestamp);
        put(8, ssrc);
        if (!extended) {
            return 12;
        }
        put(12, (ONE_BYTE_EXTENSIONS << 16) | 1);
        put(16, (((playoutDelayId << 4) | 2) << 24) | PLAYOUT_DELAY);
        return 20;
    }

    private void put(int at, int value) {
        header[at] = (byte) (value >> 24);
        header[at + 1] = (byte) (value >> 16);
        header[at + 2] = (byte) (value >> 8);
        header[at + 3] = (byte) value;
    }

    @Nullable
    SrtpBuffer again(int lostSequence, long nanos) {
        return ring.again(lostSequence, nanos);
    }

    Rtcp.SenderReport report(long epochMicros, int timestamp) {
        return new Rtcp.SenderReport(ssrc, NtpTime.ofEpochMicros(epochMicros), timestamp, packets, octets);
    }

    int ssrc() {
        return ssrc;
    }

    int packets() {
        return packets;
    }
}
