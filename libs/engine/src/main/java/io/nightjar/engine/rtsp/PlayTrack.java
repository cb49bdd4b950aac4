// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Unit;
import io.nightjar.rtsp.rtp.Rtcp;
import io.nightjar.rtsp.rtp.RtpSender;
import io.nightjar.rtsp.rtp.RtpTimeline;
import java.util.List;

/**
 * One track on its way to a player. RTP timestamps are the wall clock at the track's rate, so that all tracks of all
 * streams share one time and reports tie it to the wall clock exactly.
 */
final class PlayTrack {

    private static final long REPORT_MICROS = 5_000_000;

    private final String uri;
    private final RtpSender sender;
    private final Outlet outlet;
    private final boolean video;
    private long reportedAt;

    PlayTrack(Track track, String uri, Outlet outlet) {
        this.uri = uri;
        this.outlet = outlet;
        this.video = track.video();
        this.sender = new RtpSender(
                CodecFormats.packetizer(track),
                CodecFormats.payloadType(track),
                track.clockRate(),
                SessionIds.number(),
                SessionIds.number());
    }

    int ssrc() {
        return sender.ssrc();
    }

    boolean video() {
        return video;
    }

    boolean full() {
        return outlet.full();
    }

    void send(Unit unit, long nowMicros) {
        outlet.send(sender, unit, timestamp(unit.ptsMicros()));
        report(nowMicros);
    }

    /** Soon after the first packet, then every few seconds: ties RTP time to the wall clock. */
    void report(long nowMicros) {
        if (sender.packets() > 0 && nowMicros - reportedAt >= REPORT_MICROS) {
            reportedAt = nowMicros;
            outlet.report(Rtcp.write(List.of(
                    sender.report(nowMicros, timestamp(nowMicros)),
                    new Rtcp.SourceDescription(sender.ssrc(), "nightjar"))));
        }
    }

    /** The entry of RTP-Info: where this track begins. Without a time when nothing is known yet. */
    String info(long firstMicros) {
        var begin = "url=" + uri + ";seq=" + sender.nextSequence();
        return firstMicros == PlaySession.UNKNOWN
                ? begin
                : begin + ";rtptime=" + Integer.toUnsignedString(timestamp(firstMicros));
    }

    void end() {
        if (sender.packets() > 0) {
            outlet.report(Rtcp.write(List.of(
                    new Rtcp.ReceiverReport(sender.ssrc(), List.of()),
                    new Rtcp.SourceDescription(sender.ssrc(), "nightjar"),
                    new Rtcp.Bye(List.of(sender.ssrc())))));
        }
        outlet.close();
    }

    private int timestamp(long micros) {
        return RtpTimeline.fromMicros(micros, sender.clockRate());
    }
}
