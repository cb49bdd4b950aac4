// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import io.nightjar.rtsp.rtp.Rtcp.Reception;
import io.nightjar.rtsp.rtp.Rtcp.SenderReport;
import java.util.List;

/** Counts what arrives of one stream for receiver reports (RFC 3550, appendix A). Used by one thread at a time. */
public final class ReceptionStatistics {

    private final int ownSsrc;
    private final int clockRate;
    private int ssrc;
    private int first = -1;
    private int highest;
    private int received;
    private int expectedBefore;
    private int receivedBefore;
    private double jitter;
    private int transit;
    private int lastReport;
    private long lastReportAt;

    public ReceptionStatistics(int ownSsrc, int clockRate) {
        this.ownSsrc = ownSsrc;
        this.clockRate = clockRate;
    }

    public void received(RtpPacket packet, long arrivalMicros) {
        if (first < 0 || packet.ssrc() != ssrc) {
            begin(packet);
        }
        highest += Math.max(0, RtpPacket.distance(highest, packet.sequence()));
        received++;
        int now = RtpTimeline.fromMicros(arrivalMicros, clockRate) - packet.timestamp();
        int difference = now - transit;
        transit = now;
        if (received > 1) {
            jitter += (Math.abs((double) difference) - jitter) / 16;
        }
    }

    public void reported(SenderReport report, long arrivalMicros) {
        lastReport = NtpTime.middle(report.ntp());
        lastReportAt = arrivalMicros;
    }

    /** The compound packet for the sender. */
    public byte[] receiverReport(long nowMicros) {
        var receptions = first < 0 ? List.<Reception>of() : List.of(reception(nowMicros));
        return Rtcp.write(
                List.of(new Rtcp.ReceiverReport(ownSsrc, receptions), new Rtcp.SourceDescription(ownSsrc, "nightjar")));
    }

    private Reception reception(long nowMicros) {
        int expected = highest - first + 1;
        int expectedNow = expected - expectedBefore;
        int lostNow = expectedNow - (received - receivedBefore);
        expectedBefore = expected;
        receivedBefore = received;
        int fraction = expectedNow <= 0 || lostNow <= 0 ? 0 : Math.min(255, (lostNow << 8) / expectedNow);
        int delay = lastReportAt == 0 ? 0 : (int) ((nowMicros - lastReportAt) * 65_536 / 1_000_000);
        return new Reception(
                ssrc, fraction, Math.max(0, expected - received), highest, (int) jitter, lastReport, delay);
    }

    private void begin(RtpPacket packet) {
        ssrc = packet.ssrc();
        first = packet.sequence();
        highest = first;
        received = 0;
        expectedBefore = 0;
        receivedBefore = 0;
        jitter = 0;
    }
}
