// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import io.nightjar.rtsp.rtp.Rtcp;
import io.nightjar.rtsp.rtp.RtpSender;
import io.vertx.core.Context;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** One client that has set up one stream: begins with a key frame, reports now and then. Lives on the event loop. */
final class CameraSession implements Feed.Viewer {

    private static final long REPORT_EVERY_MICROS = 5_000_000;

    private final String id;
    private final Feed feed;
    private final Wire wire;
    private final Behaviour behaviour;
    private final Context context;
    private final RtpSender sender;
    private final int firstTimestamp = ThreadLocalRandom.current().nextInt();
    private final KeyGate keys = new KeyGate();
    private final TimestampMischief mischief = new TimestampMischief();
    private boolean playing;
    private boolean started;
    private long firstTicks;
    private long reportedMicros;

    CameraSession(String id, Feed feed, Wire wire, Behaviour behaviour, Context context) {
        this.id = id;
        this.feed = feed;
        this.wire = wire;
        this.behaviour = behaviour;
        this.context = context;
        var random = ThreadLocalRandom.current();
        this.sender = new RtpSender(
                feed.packetizer(), Feed.PAYLOAD_TYPE, FrameSlots.CLOCK_RATE, random.nextInt(), random.nextInt(1 << 16));
    }

    String id() {
        return id;
    }

    int ssrc() {
        return sender.ssrc();
    }

    /** For RTP-Info: what the first packet will carry. */
    String firstPacket() {
        return "seq=" + sender.nextSequence() + ";rtptime=" + Integer.toUnsignedString(firstTimestamp);
    }

    void play() {
        if (!playing) {
            playing = true;
            keys.begin();
            feed.watch(this);
        }
    }

    void stop() {
        if (playing) {
            playing = false;
            feed.leave(this);
        }
    }

    @Override
    public void picture(Feed.Unit unit) {
        context.runOnContext(ignored -> deliver(unit));
    }

    private void deliver(Feed.Unit unit) {
        // A client that does not keep up misses whole groups of pictures: parts of one are useless.
        if (!keys.admits(unit, playing && !behaviour.silent() && !wire.congested())) {
            return;
        }
        if (!started) {
            started = true;
            firstTicks = unit.ticks();
        }
        var ticks = unit.ticks() - firstTicks;
        var timestamp = firstTimestamp + (int) (behaviour.badTimestamps() ? mischief.spoil(ticks) : ticks);
        wire.picture(sender, unit.nals(), timestamp);
        report(unit, timestamp);
    }

    private void report(Feed.Unit unit, int timestamp) {
        if (unit.epochMicros() - reportedMicros >= REPORT_EVERY_MICROS) {
            reportedMicros = unit.epochMicros();
            wire.report(Rtcp.write(List.of(
                    sender.report(unit.epochMicros(), timestamp),
                    new Rtcp.SourceDescription(sender.ssrc(), "nightjar-simulator"))));
        }
    }
}
