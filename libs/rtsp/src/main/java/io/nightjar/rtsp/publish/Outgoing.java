// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.publish;

import io.nightjar.rtsp.rtp.InterleavedTarget;
import io.nightjar.rtsp.rtp.Rtcp;
import io.nightjar.rtsp.rtp.RtpSender;
import io.nightjar.rtsp.rtp.RtpTimeline;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One track on its way. RTP timestamps are the wall clock at the track's rate, and reports tie the one to the other, so
 * that every reader knows which time a picture has.
 */
final class Outgoing {

    private static final long REPORT_MICROS = 5_000_000;
    private static final int ROOM = 8192;

    private final RtpSender sender;
    private final int channel;
    private long reportedAt = Long.MIN_VALUE;

    Outgoing(PublishedTrack track, int channel) {
        var random = ThreadLocalRandom.current();
        this.sender = new RtpSender(
                track.packetizer(),
                track.media().payloadType(),
                track.media().clockRate(),
                random.nextInt(),
                random.nextInt());
        this.channel = channel;
    }

    /** The units as interleaved packets, with a report before them when one is due. */
    ByteBuffer packets(List<TimedUnit> units) {
        var target = new InterleavedTarget(channel, ROOM);
        for (var unit : units) {
            int timestamp = RtpTimeline.fromMicros(unit.epochMicros(), sender.clockRate());
            if (reportedAt == Long.MIN_VALUE || Math.abs(unit.epochMicros() - reportedAt) >= REPORT_MICROS) {
                reportedAt = unit.epochMicros();
                target.packet(channel + 1, report(unit.epochMicros(), timestamp));
            }
            sender.send(unit.parts(), timestamp, target);
        }
        return ByteBuffer.wrap(target.array(), 0, target.length());
    }

    private byte[] report(long epochMicros, int timestamp) {
        return Rtcp.write(
                List.of(sender.report(epochMicros, timestamp), new Rtcp.SourceDescription(sender.ssrc(), "nightjar")));
    }
}
