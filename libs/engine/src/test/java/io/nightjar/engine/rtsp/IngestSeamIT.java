// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.nightjar.engine.path.Reader;
import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Unit;
import io.nightjar.media.H264Encoder;
import io.nightjar.media.I420;
import io.nightjar.media.NalUnits;
import io.nightjar.media.Packet;
import io.nightjar.rtsp.SdpMedia;
import io.nightjar.rtsp.publish.PublishFailure;
import io.nightjar.rtsp.publish.PublishedTrack;
import io.nightjar.rtsp.publish.RtspPublisher;
import io.nightjar.rtsp.publish.TimedUnit;
import io.nightjar.rtsp.rtp.H264Packetizer;
import io.nightjar.rtsp.rtp.Nal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What ingest publishes keeps its wall-clock times on the way into the engine. */
class IngestSeamIT {

    private static final long FRAME_MICROS = 40_000;

    private final RtspFixture fixture = new RtspFixture();
    private final Queue<Unit> units = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void arrivalTimesAtIngestSurviveWhateverTheDelayAndTheAgeOfTheSession() throws Exception {
        // Given a session that began long ago, and pictures that arrived a little while before they are sent on
        long age = Duration.ofHours(30).toNanos() / 1000;
        var first = Instant.now().minusMillis(700).truncatedTo(ChronoUnit.MILLIS);
        var start = first.minus(age, ChronoUnit.MICROS);
        try (var encoder = H264Encoder.open(new H264Encoder.Settings(64, 64, 25, 100_000, 5))) {
            var packets = encode(encoder, 12);
            // When
            try (var publisher = open(encoder)) {
                fixture.path().add(new Collector());
                for (int i = 0; i < packets.size(); i++) {
                    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, start) + age + i * FRAME_MICROS;
                    var parts = Nal.split(packets.get(i).bytes());
                    publisher.write(0, List.of(new TimedUnit(parts, micros)));
                }
                // Then
                await().until(() -> units.size() >= packets.size() - 1);
            }
        }
        long expected = ChronoUnit.MICROS.between(Instant.EPOCH, first);
        for (var unit : units) {
            assertThat(unit.ptsMicros()).isCloseTo(expected, within(1_100L));
            expected += FRAME_MICROS;
        }
        assertThat(units.element().key()).isTrue();
    }

    private RtspPublisher open(H264Encoder encoder) throws PublishFailure {
        var sets = NalUnits.parameterSets(
                encoder.format().codec(), encoder.format().extradata());
        var media = SdpMedia.h264(96, sets.get(0), sets.get(1), "streamid=0");
        return RtspPublisher.open(
                URI.create(fixture.url()),
                "",
                "",
                List.of(new PublishedTrack(media, new H264Packetizer())),
                Duration.ofSeconds(15));
    }

    private static List<Packet> encode(H264Encoder encoder, int count) {
        var packets = new ArrayList<Packet>();
        for (int i = 0; i < count; i++) {
            encoder.encode(new I420(64, 64), i * FRAME_MICROS, i == 0, packet -> packets.add(packet.copy()));
        }
        return packets;
    }

    private final class Collector implements Reader {

        @Override
        public void format(List<Track> tracks) {}

        @Override
        public void unit(Unit unit, boolean cached) {
            units.add(unit);
        }

        @Override
        public void ended(String reason) {}
    }
}
