// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.rtsp.rtp.Rtcp;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Sends one session's packets in small bursts, and again what was lost. Runs on the session's lane. */
final class MediaSender {

    private static final Logger LOG = Logger.getLogger(MediaSender.class);
    /** Browsers read with a socket buffer of 64 KiB: a whole GOP at once would overrun it. About 300 Mbit/s. */
    private static final int BURST = 32;

    private static final int BURST_PAUSE_MILLIS = 1;
    /** More is hopelessly late: the player is better served by the next key unit. */
    private static final int MOST_QUEUED = 16_384;

    private record Waiting(RtpStream stream, Payload payload, int timestamp, boolean first) {}

    private final Srtp srtp;
    private final Lane lane;
    private final Consumer<SrtpBuffer> outlet;
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private final SrtpBuffer control = new SrtpBuffer(512);
    private boolean pausing;
    private long resent;

    MediaSender(Srtp srtp, Lane lane, Consumer<SrtpBuffer> outlet) {
        this.srtp = srtp;
        this.lane = lane;
        this.outlet = outlet;
    }

    /** One picture or sound frame; false when so much waits that this one was dropped. */
    boolean send(RtpStream stream, List<Payload> payloads, int timestamp) {
        if (queue.size() + payloads.size() > MOST_QUEUED) {
            return false;
        }
        boolean first = true;
        for (var payload : payloads) {
            queue.add(new Waiting(stream, payload, timestamp, first));
            first = false;
        }
        if (!pausing) {
            pump();
        }
        return true;
    }

    private void pump() {
        pausing = false;
        for (int sent = 0; sent < BURST; sent++) {
            var next = queue.poll();
            if (next == null) {
                return;
            }
            emit(next);
        }
        if (!queue.isEmpty()) {
            pausing = true;
            lane.later(this::pump, BURST_PAUSE_MILLIS);
        }
    }

    private void emit(Waiting next) {
        try {
            outlet.accept(next.stream().packet(next.payload(), next.timestamp(), next.first(), System.nanoTime()));
        } catch (GeneralSecurityException broken) {
            LOG.errorf(broken, "A media packet could not be protected");
        }
    }

    void resend(RtpStream stream, int sequence) {
        var packet = stream.again(sequence, System.nanoTime());
        if (packet != null) {
            outlet.accept(packet);
            resent++;
        }
    }

    /** A sender report with the name that ties picture and sound together, and a goodbye if it is the last one. */
    void report(RtpStream stream, Rtcp.SenderReport report, boolean last) {
        var reports = new ArrayList<Rtcp>();
        reports.add(report);
        reports.add(new Rtcp.SourceDescription(stream.ssrc(), SdpAnswer.CANONICAL_NAME));
        if (last) {
            reports.add(new Rtcp.Bye(List.of(stream.ssrc())));
        }
        try {
            control.set(Rtcp.write(reports));
            srtp.protectControl(stream.ssrc(), control);
            outlet.accept(control);
        } catch (GeneralSecurityException broken) {
            LOG.errorf(broken, "A report could not be protected");
        }
    }

    long resent() {
        return resent;
    }
}
