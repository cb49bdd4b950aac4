// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.contracts.stream.StreamId;
import io.nightjar.ingest.health.Facts;
import io.nightjar.ingest.health.StreamMeter;
import io.nightjar.ingest.picture.PictureFeed;
import io.nightjar.ingest.publish.ArrivalClock;
import io.nightjar.ingest.publish.SteadyClock;
import io.nightjar.ingest.publish.StreamPublisher;
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

    private final List<TrackFormat> tracks;
    private final int video;
    private final List<ArrivalClock> clocks;
    private final SteadyClock clock;
    private final long startMicros;
    private final StreamMeter meter;
    private final ParameterSets parameterSets;
    private final StreamPublisher publisher;
    private final PictureFeed pictures;
    private final Runnable onChanged;
    private long lastArrival;

    SessionFeed(StreamId stream, Opened opened, SessionParts parts, Runnable onFirstKey, Runnable onChanged) {
        tracks = opened.tracks();
        video = firstVideo(tracks);
        clocks = tracks.stream().map(track -> new ArrivalClock()).toList();
        clock = parts.clock();
        startMicros = clock.micros();
        meter = new StreamMeter(tracks.get(video).bFrames());
        parameterSets = new ParameterSets(tracks.get(video));
        this.onChanged = onChanged;
        pictures = parts.pictures().begin(tracks.get(video));
        publisher = new StreamPublisher(
                stream, parts.plane(), tracks, SteadyClock.instant(startMicros), onFirstKey, parts.wall());
    }

    @Override
    public void packet(Packet packet) {
        long arrival = clock.micros();
        var timed = timed(packet, arrival);
        publisher.offer(timed.at(timed.ptsMicros() - startMicros, timed.dtsMicros() - startMicros));
        if (packet.track() != video) {
            return;
        }
        meter.picture(
                arrival,
                packet.ptsMicros(),
                packet.data().remaining(),
                packet.key(),
                clocks.get(video).breaks());
        pictures.offer(timed);
        if (arrival < lastArrival - SET_BACK_MICROS || (packet.key() && parameterSets.changed(packet))) {
            onChanged.run();
        }
        lastArrival = arrival;
    }

    Facts facts() {
        return meter.facts();
    }

    TrackFormat format() {
        return tracks.get(video);
    }

    Optional<TrackFormat> audio() {
        return tracks.stream()
                .filter(track -> track.kind() == TrackFormat.Kind.AUDIO)
                .findFirst();
    }

    Optional<Instant> mediaPlaneLostSince() {
        return publisher.lostSince();
    }

    private Packet timed(Packet packet, long arrival) {
        long dts = clocks.get(packet.track()).map(packet.dtsMicros(), arrival);
        long ahead = Math.clamp(packet.ptsMicros() - packet.dtsMicros(), 0, 1_000_000);
        return packet.at(dts + ahead, dts);
    }

    private static int firstVideo(List<TrackFormat> tracks) {
        for (int index = 0; index < tracks.size(); index++) {
            if (tracks.get(index).video()) {
                return index;
            }
        }
        throw new IllegalArgumentException("A session has a picture track");
    }

    @Override
    public void close() {
        publisher.close();
        pictures.close();
    }
}
