// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PictureLatencyIT {

    private static final int FULL = 1200;

    private int sequence;

    @Test
    void aPictureIsReadBeforeTheNextOneIsSent() throws Exception {
        // Given
        var clip = Clips.moving(640, 360, 45);
        var received = new AtomicInteger();
        try (var server = ScriptedServer.playing(sdp(clip));
                var reader = PacketReader.open(
                        ReaderOptions.of(server.url()).timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5)))) {
            var reading = CompletableFuture.runAsync(() -> {
                while (received.get() < 40 && reader.read(packet -> received.incrementAndGet())) {}
            });
            for (int i = 0; i < 20; i++) {
                send(server, clip, i);
            }
            await().until(() -> received.get() >= 19);
            int late = 0;
            // When
            for (int i = 20; i < 40; i++) {
                send(server, clip, i);
                int wanted = i + 1;
                late += comes(received, wanted) ? 0 : 1;
            }
            // Then: only a picture whose last piece happens to be a full one must wait for the next
            assertThat(late).isLessThanOrEqualTo(2);
            reader.interrupt();
            assertThat(reading)
                    .satisfies(done -> done.handle((nothing, stopped) -> true).join());
        }
    }

    private static boolean comes(AtomicInteger received, int wanted) {
        try {
            await().atMost(Duration.ofMillis(60))
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> received.get() >= wanted);
            return true;
        } catch (org.awaitility.core.ConditionTimeoutException late) {
            return false;
        }
    }

    private static String sdp(Clips.Clip clip) {
        List<byte[]> sets = NalUnits.parameterSets(Codec.H264, clip.format().extradata());
        var encoder = Base64.getEncoder();
        return "v=0\r\ns=x\r\nt=0 0\r\nm=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n"
                + "a=fmtp:96 packetization-mode=1;sprop-parameter-sets=" + encoder.encodeToString(sets.get(0)) + ","
                + encoder.encodeToString(sets.get(1)) + "\r\na=control:track0\r\n";
    }

    private void send(ScriptedServer server, Clips.Clip clip, int index) throws IOException {
        var units = NalUnits.split(clip.packets().get(index).data());
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            boolean lastUnit = i == units.size() - 1;
            if (unit.length <= FULL) {
                server.send(0, packet(index, lastUnit, unit));
                continue;
            }
            for (int at = 1; at < unit.length; at += FULL) {
                boolean last = at + FULL >= unit.length;
                int length = Math.min(FULL, unit.length - at);
                var piece = ByteBuffer.allocate(length + 2)
                        .put((byte) (unit[0] & 0x60 | 28))
                        .put((byte) (unit[0] & 0x1f | (at == 1 ? 0x80 : 0) | (last ? 0x40 : 0)))
                        .put(unit, at, length);
                server.send(0, packet(index, lastUnit && last, piece.array()));
            }
        }
    }

    private byte[] packet(int index, boolean marker, byte[] payload) {
        return ByteBuffer.allocate(12 + payload.length)
                .put((byte) 0x80)
                .put((byte) (marker ? 96 | 0x80 : 96))
                .putShort((short) sequence++)
                .putInt(90_000 + index * 6000)
                .putInt(7)
                .put(payload)
                .array();
    }
}
