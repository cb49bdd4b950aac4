// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.camera.Encoder;
import io.nightjar.contracts.camera.Video;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeMemoryTest {

    private static final int ROUNDS = 200;
    private static final long ALLOWED_GROWTH = 24 << 20;

    @TempDir
    Path folder;

    @Test
    void openingAndClosingEverythingManyTimesKeepsMemoryFlat() throws IOException {
        // Given
        var clip = Clips.moving(320, 180, 20);
        var file = file(clip);
        for (int i = 0; i < ROUNDS / 4; i++) {
            useEverything(clip, file);
        }
        long before = resident();
        // When
        for (int i = 0; i < ROUNDS; i++) {
            useEverything(clip, file);
        }
        // Then: one leaked picture a round would be 17 MB, one leaked encoder much more
        assertThat(resident() - before).isLessThan(ALLOWED_GROWTH);
    }

    private Path file(Clips.Clip clip) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = FragmentWriter.open(List.of(clip.format()))) {
            bytes.write(writer.init());
            clip.packets().forEach(writer::write);
            bytes.write(writer.cut());
        }
        return Files.write(folder.resolve("clip.mp4"), bytes.toByteArray());
    }

    private static void useEverything(Clips.Clip clip, Path file) {
        try (var encoder = H264Encoder.open(new H264Encoder.Settings(320, 180, 15, 300_000, 15));
                var reader = PacketReader.open(ReaderOptions.of(file.toString()));
                var decoder = PictureDecoder.open(reader.tracks().getFirst());
                var writer = FragmentWriter.open(List.of(clip.format()))) {
            encoder.encode(TestPictures.moving(320, 180, 1), 0, true, packet -> {});
            for (int i = 0; i < 3; i++) {
                reader.read(packet -> {
                    decoder.accept(packet, true);
                    writer.write(packet);
                });
            }
            assertThat(decoder.jpeg(160, 80)).isPresent();
            assertThat(writer.cut()).isNotEmpty();
        }
    }

    @Test
    void convertingManyTimesKeepsMemoryFlat() {
        // Given
        var clip = Clips.moving(320, 180, 4);
        var sound = TrackFormat.audio(Codec.PCMU, 8_000, 1, new byte[0]);
        for (int i = 0; i < ROUNDS / 4; i++) {
            convert(clip, sound);
        }
        long before = resident();
        // When
        for (int i = 0; i < ROUNDS; i++) {
            convert(clip, sound);
        }
        // Then: one leaked scaler or Opus encoder a round would be 20 MB, one H.264 encoder much more
        assertThat(resident() - before).isLessThan(ALLOWED_GROWTH);
    }

    private static void convert(Clips.Clip clip, TrackFormat sound) {
        var wish = new Video.Encode(160, null, null, null, 1, Encoder.AUTO);
        var collected = new Collected();
        try (var video = VideoConverter.open(clip.format(), wish, collected);
                var audio = AudioConverter.open(sound)) {
            clip.packets().forEach(video::offer);
            var packets = new ArrayList<Packet>();
            audio.convert(new Packet(0, 0, 0, 0, true, ByteBuffer.allocate(800)), packet -> packets.add(packet.copy()));
            assertThat(packets).isNotEmpty();
            await().pollInterval(Duration.ofMillis(1)).until(() -> !collected.packets.isEmpty());
        }
        // Opening fails half way
        assertThatThrownBy(() ->
                        VideoConverter.open(TrackFormat.video(Codec.OTHER, 320, 180, 15, new byte[0]), wish, collected))
                .isInstanceOf(MediaException.class);
    }

    private static long resident() {
        System.gc();
        return Pointer.physicalBytes();
    }
}
