// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureDecoderTest {

    @Test
    void aWatchedStreamGivesEveryPictureWithoutDelay() throws IOException {
        // Given
        var clip = Clips.moving(640, 360, 30);
        try (var decoder = PictureDecoder.open(clip.format())) {
            // When
            for (var packet : clip.packets()) {
                assertThat(decoder.accept(packet, true)).isTrue();
            }
            // Then
            var jpeg = decoder.jpeg(320, 80).orElseThrow();
            assertThat(jpeg.ptsMicros()).isEqualTo(29 * 66_667L);
            assertThat(jpeg.sequence()).isEqualTo(30);
            var image = ImageIO.read(new ByteArrayInputStream(jpeg.bytes()));
            assertThat(image.getWidth()).isEqualTo(320);
            assertThat(image.getHeight()).isEqualTo(180);
            // The box has walked to x = 232..272, y = 20..60 of 640x360.
            assertThat(image.getRGB(126, 20) & 0xff).isGreaterThan(220);
            assertThat(image.getRGB(20, 20) & 0xff).isLessThan(140);
        }
    }

    @Test
    void anIdleStreamDecodesKeyPicturesOnlyWhenAskedOrDue() {
        // Given
        var clip = Clips.moving(320, 180, 61);
        try (var decoder = PictureDecoder.open(clip.format(), Duration.ofMillis(2500))) {
            // When
            int decoded = 0;
            for (var packet : clip.packets()) {
                decoded += decoder.accept(packet, false) ? 1 : 0;
            }
            // Then: keys at 0, 1, 2, 3 and 4 seconds; 0 and 3 were due
            assertThat(decoded).isEqualTo(2);
            assertThat(decoder.jpeg(0, 80).orElseThrow().ptsMicros()).isEqualTo(60 * 66_667L);
            assertThat(decoder.jpeg(0, 80).orElseThrow())
                    .isSameAs(decoder.jpeg(0, 80).orElseThrow());
        }
    }

    @Test
    void watchingBeginsWithTheNextKeyPicture() {
        // Given
        var clip = Clips.moving(320, 180, 31);
        try (var decoder = PictureDecoder.open(clip.format(), Duration.ZERO)) {
            // When
            for (int i = 0; i < 5; i++) {
                decoder.accept(clip.packets().get(i), false);
            }
            // Then
            assertThat(decoder.accept(clip.packets().get(5), true)).isFalse();
            assertThat(decoder.accept(clip.packets().get(15), true)).isTrue();
            assertThat(decoder.accept(clip.packets().get(16), true)).isTrue();
            assertThat(decoder.errors()).isZero();
        }
    }

    @Test
    void aBrokenPacketCostsOnlyItsPicture() {
        // Given
        var clip = Clips.moving(320, 180, 31);
        try (var decoder = PictureDecoder.open(clip.format())) {
            decoder.accept(clip.packets().get(0), true);
            // When
            var noise = new Packet(0, 1, 1, 0, false, ByteBuffer.wrap(new byte[] {0, 0, 0, 1, 0x41, 7, 7, 7, 7, 7}));
            decoder.accept(noise, true);
            // Then
            assertThat(decoder.errors()).isEqualTo(1);
            assertThat(decoder.accept(clip.packets().get(15), true)).isTrue();
        }
    }

    @Test
    void picturesMayChangeTheirSize() {
        // Given
        var small = Clips.moving(320, 180, 2);
        var large = Clips.moving(640, 360, 2);
        try (var decoder = PictureDecoder.open(small.format())) {
            decoder.accept(small.packets().get(0), true);
            assertThat(decoder.jpeg(0, 80).orElseThrow().width()).isEqualTo(320);
            // When
            decoder.accept(large.packets().get(0), true);
            // Then
            assertThat(decoder.jpeg(0, 80).orElseThrow().width()).isEqualTo(640);
            assertThat(decoder.jpeg(500, 80).orElseThrow().height()).isEqualTo(280);
        }
    }

    @Test
    void aBlackPictureAndAFrozenPictureAreTold() {
        // Given
        var black = new I420(320, 180);
        black.fill(16, 128, 128);
        var clip = Clips.still(320, 180, 3, black);
        try (var decoder = PictureDecoder.open(clip.format(), Duration.ZERO)) {
            // When
            decoder.accept(clip.packets().get(0), false);
            var first = decoder.stats().orElseThrow();
            decoder.accept(clip.packets().get(1), false);
            var second = decoder.stats().orElseThrow();
            // Then
            assertThat(first.black()).isTrue();
            assertThat(first.mean()).isCloseTo(0, within(2.0));
            assertThat(first.same()).isFalse();
            assertThat(second.same()).isTrue();
        }
    }

    @Test
    void aLivePictureIsNeitherBlackNorFrozen() {
        // Given
        var clip = Clips.moving(640, 360, 31);
        try (var decoder = PictureDecoder.open(clip.format(), Duration.ZERO)) {
            // When
            decoder.accept(clip.packets().get(0), false);
            decoder.accept(clip.packets().get(15), false);
            // Then
            var stats = decoder.stats().orElseThrow();
            assertThat(stats.black()).isFalse();
            assertThat(stats.same()).isFalse();
            assertThat(stats.difference()).isGreaterThan(0.1);
        }
    }
}
