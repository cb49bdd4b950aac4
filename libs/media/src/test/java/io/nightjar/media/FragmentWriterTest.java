// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FragmentWriterTest {

    private static final long START = 1_700_000_000_000_000L;

    @TempDir
    Path folder;

    @Test
    void theInitSectionIsReadyAtOnce() {
        var clip = Clips.moving(640, 360, 1);
        try (var writer = FragmentWriter.open(List.of(clip.format()))) {
            assertThat(boxes(writer.init())).containsExactly("ftyp", "moov");
            assertThat(text(writer.init())).contains("avc1").contains("avcC").doesNotContain("elst");
            assertThat(writer.cut()).isEmpty();
        }
    }

    @Test
    void fragmentsCarryTheGivenTimeline() {
        // Given
        var clip = Clips.moving(640, 360, 6);
        try (var writer = FragmentWriter.open(List.of(clip.format()))) {
            // When
            for (int i = 0; i < 6; i++) {
                writer.write(shifted(clip.packets().get(i)));
                if (i % 3 == 2) {
                    var fragment = writer.cut();
                    // Then
                    assertThat(boxes(fragment)).containsExactly("moof", "mdat");
                    long first = START + clip.packets().get(i - 2).dtsMicros();
                    assertThat(decodeTime(fragment)).isEqualTo(Ticks.fromMicros(first, 1, 90_000));
                }
            }
        }
    }

    @Test
    void fragmentsPlayInAnotherPlayer() throws Exception {
        // Given
        var clip = Clips.moving(640, 360, 45);
        var audio = TrackFormat.audio(Codec.OPUS, 48_000, 2, new byte[0]);
        var file = new ByteArrayOutputStream();
        try (var writer = FragmentWriter.open(List.of(clip.format(), audio))) {
            // When
            file.write(writer.init());
            for (int i = 0; i < 45; i++) {
                writer.write(clip.packets().get(i));
                // A silent Opus frame of 20 ms.
                writer.write(
                        1, i * 20_000L, i * 20_000L, 20_000, true, ByteBuffer.wrap(new byte[] {(byte) 0xf8, -1, -2}));
                if (i % 5 == 4) {
                    file.write(writer.cut());
                }
            }
        }
        var path = Files.write(folder.resolve("clip.mp4"), file.toByteArray());
        // Then
        var probed = Programs.run(
                "/usr/bin/ffprobe",
                "-v",
                "error",
                "-count_frames",
                "-show_entries",
                "stream=codec_name,nb_read_frames,width",
                "-of",
                "csv=p=0",
                path.toString());
        assertThat(probed).contains("h264,640,45").contains("opus,45");
        var complaints = Programs.run(
                "/usr/bin/ffmpeg", "-v", "warning", "-i", path.toString(), "-map", "0:v", "-f", "null", "-");
        assertThat(complaints).isEmpty();
    }

    @Test
    void repeatedDecodeTimesAreMendedInsteadOfRefused() {
        var clip = Clips.moving(640, 360, 3);
        try (var writer = FragmentWriter.open(List.of(clip.format()))) {
            for (var packet : clip.packets()) {
                writer.write(packet.at(1000, 1000));
            }
            assertThat(boxes(writer.cut())).containsExactly("moof", "mdat");
        }
    }

    @Test
    void whatMp4CannotHoldIsRefusedInWords() {
        var sound = TrackFormat.audio(Codec.PCMU, 8000, 1, new byte[0]);
        assertThatThrownBy(() -> FragmentWriter.open(List.of(sound))).hasMessageContaining("MP4 cannot hold pcmu");
    }

    private static Packet shifted(Packet packet) {
        return packet.at(START + packet.ptsMicros(), START + packet.dtsMicros());
    }

    private static List<String> boxes(byte[] bytes) {
        var names = new java.util.ArrayList<String>();
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            int at = buffer.position();
            names.add(new String(bytes, at + 4, 4, StandardCharsets.US_ASCII));
            buffer.position(at + buffer.getInt(at));
        }
        return names;
    }

    private static long decodeTime(byte[] fragment) {
        return ByteBuffer.wrap(fragment).getLong(text(fragment).indexOf("tfdt") + 8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
