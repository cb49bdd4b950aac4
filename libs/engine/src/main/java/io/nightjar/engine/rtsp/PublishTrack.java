// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.engine.path.Publication;
import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Unit;
import io.nightjar.rtsp.SdpMedia;
import io.nightjar.rtsp.rtp.AccessUnit;
import io.nightjar.rtsp.rtp.Depacketizer;
import io.nightjar.rtsp.rtp.ReceptionStatistics;
import io.nightjar.rtsp.rtp.Rtcp;
import io.nightjar.rtsp.rtp.RtpPacket;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One track on its way in: packets become units with a wall-clock time. */
final class PublishTrack {

    private static final long REPORT_MICROS = 10_000_000;

    private final SdpMedia media;
    private final @Nullable Receiver receiver;
    private @Nullable Outlet outlet;
    private int rtpChannel = -1;

    private PublishTrack(SdpMedia media, @Nullable Receiver receiver) {
        this.media = media;
        this.receiver = receiver;
    }

    static PublishTrack of(Announced section) {
        var track = section.track();
        return new PublishTrack(section.media(), track == null ? null : new Receiver(track, section.media()));
    }

    boolean answersTo(String control) {
        var own = media.control();
        return !own.isEmpty() && (own.equals(control) || (!control.isEmpty() && own.endsWith("/" + control)));
    }

    /** Nothing for a section that is accepted but not passed on. */
    @Nullable
    Track track() {
        return receiver == null ? null : receiver.track;
    }

    boolean wanted() {
        return receiver != null;
    }

    boolean ready() {
        return outlet != null;
    }

    void travelsOn(Outlet chosen, int channel) {
        outlet = chosen;
        rtpChannel = channel;
    }

    int rtpChannel() {
        return rtpChannel;
    }

    int lost() {
        return receiver == null ? 0 : receiver.depacketizer.lost();
    }

    void rtp(ByteBuffer bytes, long arrivalMicros, Publication publication) {
        if (receiver != null) {
            RtpPacket.parse(bytes).ifPresent(packet -> receiver.packet(packet, arrivalMicros, publication));
        }
    }

    void rtcp(ByteBuffer bytes, long nowMicros) {
        if (receiver == null) {
            return;
        }
        for (var report : Rtcp.parse(bytes)) {
            if (report instanceof Rtcp.SenderReport sender) {
                receiver.clock.report(sender.ntp(), sender.timestamp(), nowMicros);
                receiver.statistics.reported(sender, nowMicros);
            }
        }
    }

    /** Tells the publisher now and then how well it is received. */
    void report(long nowMicros) {
        if (receiver != null && outlet != null && nowMicros - receiver.reportedAt >= REPORT_MICROS) {
            receiver.reportedAt = nowMicros;
            outlet.report(receiver.statistics.receiverReport(nowMicros));
        }
    }

    void end() {
        if (outlet != null) {
            outlet.close();
        }
    }

    /** What a track that is passed on needs. */
    private static final class Receiver {

        private final Track track;
        private final Depacketizer depacketizer;
        private final UnitClock clock;
        private final ReceptionStatistics statistics;
        private final @Nullable PictureFormat format;
        private boolean formatChanged;
        private long reportedAt;

        Receiver(Track track, SdpMedia media) {
            this.track = track;
            this.depacketizer = CodecFormats.depacketizer(track, media);
            this.clock = new UnitClock(track.clockRate());
            this.statistics = new ReceptionStatistics(SessionIds.number(), track.clockRate());
            this.format = track.video() ? new PictureFormat(track) : null;
        }

        void packet(RtpPacket packet, long arrivalMicros, Publication publication) {
            statistics.received(packet, arrivalMicros);
            depacketizer.packet(packet, unit -> unit(unit, arrivalMicros, publication));
        }

        private void unit(AccessUnit unit, long arrivalMicros, Publication publication) {
            long pts = clock.micros(unit.timestamp(), arrivalMicros);
            var parts = format == null ? unit.parts() : picture(format, unit, publication);
            if (!parts.isEmpty()) {
                publication.unit(new Unit(track.index(), pts, unit.key(), parts));
            }
        }

        private List<byte[]> picture(PictureFormat known, AccessUnit unit, Publication publication) {
            formatChanged |= known.learn(unit.parts());
            if (formatChanged && unit.key()) {
                formatChanged = false;
                publication.format(publication.path().tracks().stream()
                        .map(other ->
                                other.index() == track.index() ? other.withParameterSets(known.parameterSets()) : other)
                        .toList());
            }
            return known.picture(unit.parts(), unit.key());
        }
    }
}
