// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.nio.ByteBuffer;
import java.util.List;

/** One report of a compound RTCP packet. Kinds that nobody here needs are left out when reading. */
public sealed interface Rtcp {

    int SENDER_REPORT = 200;
    int RECEIVER_REPORT = 201;
    int SOURCE_DESCRIPTION = 202;
    int BYE = 203;

    /**
     * Ties RTP time to the wall clock.
     *
     * @param ntp see {@link NtpTime}
     */
    record SenderReport(int ssrc, long ntp, int timestamp, int packets, int octets) implements Rtcp {}

    /** How one source is received. */
    record Reception(
            int ssrc,
            int fractionLost,
            int cumulativeLost,
            int highestSequence,
            int jitter,
            int lastReport,
            int delay) {}

    record ReceiverReport(int ssrc, List<Reception> receptions) implements Rtcp {}

    record SourceDescription(int ssrc, String canonicalName) implements Rtcp {}

    record Bye(List<Integer> sources) implements Rtcp {}

    /** Reads what it can; a broken packet ends the list. */
    static List<Rtcp> parse(ByteBuffer bytes) {
        return RtcpCodec.parse(bytes);
    }

    static byte[] write(List<? extends Rtcp> reports) {
        return RtcpCodec.write(reports);
    }
}
