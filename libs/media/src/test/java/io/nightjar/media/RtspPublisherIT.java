// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.nightjar.rtsp.SdpMedia;
import io.nightjar.rtsp.publish.PublishFailure;
import io.nightjar.rtsp.publish.PublishedTrack;
import io.nightjar.rtsp.publish.RtspPublisher;
import io.nightjar.rtsp.publish.TimedUnit;
import io.nightjar.rtsp.rtp.H264Packetizer;
import io.nightjar.rtsp.rtp.Nal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the publishing side of RTSP sends of pictures of libav, to a server that shares no code with either. */
class RtspPublisherIT {

    private static final Duration PATIENCE = Duration.ofMillis(600);
    private static final long NTP_TO_UNIX = 2_208_988_800L;

    @TempDir
    Path folder;

    @Test
    void anIndependentServerReceivesEveryPicture() throws Exception {
        // Given
        var clip = Clips.moving(640, 360, 46);
        var recorded = folder.resolve("recorded.h264");
        try (var servers = GstServers.start(recorded)) {
            // When
            try (var publisher = open(servers.url("/record"), clip.format(), Duration.ofSeconds(5))) {
                for (var packet : clip.packets()) {
                    publisher.write(0, unit(packet, Instant.now()));
                }
                // Then
                await().atMost(Duration.ofSeconds(5))
                        .untilAsserted(() -> assertThat(pictures(recorded)).isGreaterThanOrEqualTo(44));
            }
        }
    }

    private static int pictures(Path file) throws Exception {
        var counted = Programs.run(
                "/usr/bin/ffprobe",
                "-v",
                "quiet",
                "-count_frames",
                "-show_entries",
                "stream=nb_read_frames",
                "-of",
                "csv=p=0",
                file.toString());
        return counted.matches("\\d+\\s*") ? Integer.parseInt(counted.strip()) : 0;
    }

    @Test
    void senderReportsSayTheWallClockTimeOfPictures() throws Exception {
        // Given
        var clip = Clips.moving(320, 180, 3);
        var start = Instant.now().minusSeconds(100);
        try (var server = ScriptedServer.recorder();
                var publisher = open(server.url(), clip.format(), PATIENCE)) {
            // When
            for (var packet : clip.packets()) {
                publisher.write(0, unit(packet.at(packet.ptsMicros() + 100_000_000, 0), start));
            }
            await().untilAsserted(() -> assertThat(server.received()).hasSizeGreaterThanOrEqualTo(4));
            // Then
            var report = ByteBuffer.wrap(first(server, 1));
            var picture = ByteBuffer.wrap(first(server, 0));
            assertThat(report.get(1) & 0xff).isEqualTo(200);
            double reported =
                    (report.getInt(8) & 0xffffffffL) - NTP_TO_UNIX + (report.getInt(12) & 0xffffffffL) / 4294967296.0;
            double ticks = picture.getInt(4) - report.getInt(16);
            assertThat(reported + ticks / 90_000)
                    .isCloseTo(start.plusSeconds(100).toEpochMilli() / 1000.0, within(0.005));
        }
    }

    private static byte[] first(ScriptedServer server, int channel) {
        return server.received().stream()
                .filter(received -> received.channel() == channel)
                .findFirst()
                .orElseThrow()
                .data();
    }

    @Test
    void aServerThatNeverAnswersCostsTheDeadline() throws Exception {
        try (var server = ScriptedServer.silent()) {
            long start = System.nanoTime();
            assertThat(refusal(server).kind()).isEqualTo(PublishFailure.Kind.TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE.plusMillis(300));
        }
    }

    @Test
    void aServerThatHangsInTheMiddleCostsTheDeadlineAndOfferedPicturesNothing() throws Exception {
        // Given
        var clip = Clips.moving(320, 180, 1);
        var large = List.of(new TimedUnit(List.of(unit(1 << 20)), 0));
        try (var server = ScriptedServer.recorder();
                var publisher = open(server.url(), clip.format(), PATIENCE)) {
            publisher.write(0, unit(clip.packets().getFirst(), Instant.now()));
            server.goDeaf();
            // When
            while (publisher.offer(0, large)) {
                assertThat(server.requests()).isNotEmpty();
            }
            long started = System.nanoTime();
            assertThat(publisher.offer(0, large)).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(PATIENCE);
            // Then
            var failure = catchThrowableOfType(PublishFailure.class, () -> publisher.write(0, large));
            assertThat(failure.kind()).isEqualTo(PublishFailure.Kind.TIMEOUT);
        }
    }

    private static byte[] unit(int size) {
        var unit = new byte[size];
        Arrays.fill(unit, (byte) 0x55);
        unit[0] = 0x41;
        return unit;
    }

    @Test
    void aServerThatRefusesIsAnAuthenticationFailureThatShowsNoAddress() throws Exception {
        try (var server = ScriptedServer.status("401 Unauthorized")) {
            var failure = refusal(server);
            assertThat(failure.kind()).isEqualTo(PublishFailure.Kind.AUTH);
            assertThat(failure).hasMessageNotContaining("127.0.0.1");
        }
    }

    private static PublishFailure refusal(ScriptedServer server) {
        var format = Clips.moving(320, 180, 1).format();
        return catchThrowableOfType(PublishFailure.class, () -> open(server.url(), format, PATIENCE));
    }

    private static RtspPublisher open(String url, TrackFormat format, Duration timeout) throws PublishFailure {
        var sets = NalUnits.parameterSets(format.codec(), format.extradata());
        var media = SdpMedia.h264(96, sets.get(0), sets.get(1), "streamid=0");
        var track = new PublishedTrack(media, new H264Packetizer());
        return RtspPublisher.open(URI.create(url), "user", "password", List.of(track), timeout);
    }

    private static List<TimedUnit> unit(Packet packet, Instant start) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, start) + packet.ptsMicros();
        return List.of(new TimedUnit(Nal.split(packet.bytes()), micros));
    }
}
