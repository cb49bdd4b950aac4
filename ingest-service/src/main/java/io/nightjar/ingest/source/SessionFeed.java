// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.ingest.health.Facts;
import io.nightjar.ingest.health.StreamMeter;
import io.nightjar.ingest.picture.PictureFeed;
import io.nightjar.ingest.publish.ArrivalClock;
import io.nightjar.ingest.publish.Outlets;
import io.nightjar.ingest.publish.SteadyClock;
import io.nightjar.ingest.session.Opened;
import io.nightjar.media.Packet;
import io.nightjar.media.PacketHandler;
import io.nightjar.media.TrackFormat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happens to each packet of one session, on the camera's thread: stamped with its arrival, measured, handed to the
 * publisher and to the pictures. Nothing here waits.
 */
final class SessionFeed implements PacketHandler, AutoCloseable {

    /** The machine's clock was set back by more than this: times would stand still until they are caught up with. */
    private static final long SET_BACK_MICROS = 1_000_000;

    /**
     * What a feed has to say, on the session's threads.
     *
     * @param onFirstKey once, when the first key picture is where viewers find it
     * @param onChanged the picture's format or a clock changed
     * @param onUnconverted what was configured cannot be made of these pictures
     */
    record Events(Runnable onFirstKey, Runnable onChanged, Runnable onUnconverted) {}

    private final Opened opened;
    private final int video;
    private final List<ArrivalClock> clocks;
    private final SteadyClock clock;
    private final long startMicros;
    private final StreamMeter meter;
    private final ParameterSets parameterSets;
    private final Outlets outlets;
    private final PictureFeed pictures;
    private final Relay relay;
    private final Runnable onChanged;
    private long lastArrival;

    SessionFeed(StreamId stream, Opened opened, StreamSpec spec, SessionParts parts, Events events) {
        this.opened = opened;
        video = opened.video();
        clocks = opened.tracks().stream().map(track -> new ArrivalClock()).toList();
        clock = parts.clock();
        startMicros = clock.micros();
        meter = new StreamMeter(opened.picture().bFrames());
        parameterSets = new ParameterSets(opened.picture());
        onChanged = events.onChanged();
        relay = parts.relay();
        pictures = parts.pictures().begin(opened.picture(), spec.input());
        outlets = outlets(stream, spec, parts, events);
        relay.begin(opened);
    }

    private Outlets outlets(StreamId stream, StreamSpec spec, SessionParts parts, Events events) {
        var surroundings = new Outlets.Surroundings(
                parts.plane(),
                SteadyClock.instant(startMicros),
                parts.wall(),
                parts.browsers(),
                events.onFirstKey(),
                events.onUnconverted());
        try {
            return new Outlets(stream, opened, spec, surroundings);
        } catch (RuntimeException failure) {
            pictures.close();
            throw failure;
        }
    }

    @Override
    public void packet(Packet packet) {
        long arrival = clock.micros();
        var timed = timed(packet, arrival);
        boolean picture = packet.track() == video;
        if (picture) {
            // First, so that a stream that is live has figures.
            measure(packet, arrival);
        }
        relay.packet(packet);
        outlets.offer(timed.at(timed.ptsMicros() - startMicros, timed.dtsMicros() - startMicros), meter.bFrames());
        if (!picture) {
            return;
        }
        pictures.offer(timed);
        if (arrival < lastArrival - SET_BACK_MICROS || (packet.key() && parameterSets.changed(packet))) {
            onChanged.run();
        }
        lastArrival = arrival;
    }

    private void measure(Packet packet, long arrival) {
        meter.picture(
                arrival,
                packet.ptsMicros(),
                packet.data().remaining(),
                packet.key(),
                clocks.get(video).breaks());
    }

    Facts facts() {
        return meter.facts();
    }

    TrackFormat format() {
        return opened.picture();
    }

    /** How sound is published; empty without any. */
    Optional<String> sound() {
        return outlets.sound();
    }

    StreamHealth.Delivery delivery() {
        return new StreamHealth.Delivery(
                opened.protocol(),
                outlets.converted(),
                outlets.web(meter.bFrames()),
                opened.candidate().remark().orElse(null));
    }

    Optional<Instant> mediaPlaneLostSince() {
        return outlets.lostSince();
    }

    private Packet timed(Packet packet, long arrival) {
        long dts = clocks.get(packet.track()).map(packet.dtsMicros(), arrival);
        long ahead = Math.clamp(packet.ptsMicros() - packet.dtsMicros(), 0, 1_000_000);
        return packet.at(dts + ahead, dts);
    }

    @Override
    public void close() {
        relay.end();
        outlets.close();
        pictures.close();
    }
}
