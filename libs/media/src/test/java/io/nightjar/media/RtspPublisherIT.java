// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.stream.ErrorKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            try (var publisher = RtspPublisher.open(
                    servers.url("/record"), List.of(clip.format()), Instant.now(), Duration.ofSeconds(5))) {
                clip.packets().forEach(publisher::write);
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
    void senderReportsSayTheWallClockTimeOfPictures() throws IOException {
        // Given
        var clip = Clips.moving(320, 180, 3);
        var start = Instant.now().minusSeconds(100);
        try (var server = ScriptedServer.recorder();
                var publisher = RtspPublisher.open(server.url(), List.of(clip.format()), start, PATIENCE)) {
            // When
            clip.packets()
                    .forEach(packet -> publisher.write(
                            packet.at(packet.ptsMicros() + 100_000_000, packet.dtsMicros() + 100_000_000)));
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
    void aServerThatNeverAnswersCostsTheDeadline() throws IOException {
        try (var server = ScriptedServer.silent()) {
            long start = System.nanoTime();
            assertThat(refusal(server).kind()).isEqualTo(ErrorKind.TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE.plusMillis(300));
        }
    }

    @Test
    void aServerThatHangsInTheMiddleCostsTheDeadline() throws IOException {
        // Given
        var clip = Clips.moving(320, 180, 1);
        var large = new Packet(0, 0, 0, 0, true, ByteBuffer.wrap(unit(1 << 20)));
        try (var server = ScriptedServer.recorder();
                var publisher = RtspPublisher.open(server.url(), List.of(clip.format()), Instant.now(), PATIENCE)) {
            publisher.write(clip.packets().getFirst());
            server.goDeaf();
            // When
            long[] started = {0};
            var failure = catchThrowableOfType(MediaException.class, () -> {
                for (int i = 1; i < 100; i++) {
                    started[0] = System.nanoTime();
                    publisher.write(large.at(i * 1000L, i * 1000L));
                }
            });
            // Then
            assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - started[0])).isLessThan(PATIENCE.plusMillis(300));
        }
    }

    private static byte[] unit(int size) {
        var unit = new byte[size];
        Arrays.fill(unit, (byte) 0x55);
        System.arraycopy(new byte[] {0, 0, 0, 1, 0x41}, 0, unit, 0, 5);
        return unit;
    }

    @Test
    void aServerThatRefusesIsAnAuthenticationFailureThatShowsNoAddress() throws IOException {
        try (var server = ScriptedServer.status("401 Unauthorized")) {
            var failure = refusal(server);
            assertThat(failure.kind()).isEqualTo(ErrorKind.AUTH);
            assertThat(failure).hasMessageNotContaining("127.0.0.1");
        }
    }

    private static MediaException refusal(ScriptedServer server) {
        var format = Clips.moving(320, 180, 1).format();
        return catchThrowableOfType(
                MediaException.class, () -> RtspPublisher.open(server.url(), List.of(format), Instant.now(), PATIENCE));
    }
}
