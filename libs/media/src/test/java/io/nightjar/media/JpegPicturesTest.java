// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class JpegPicturesTest {

    private static final TrackFormat FORMAT = TrackFormat.mjpeg(320, 180);

    @Test
    void aPictureThatIsJpegIsHandedOutAsItCame() {
        var jpeg = jpeg(0);
        try (var decoder = PictureDecoder.open(FORMAT)) {
            assertThat(decoder.accept(packet(jpeg, 0), true)).isTrue();
            var whole = decoder.jpeg(0, 50).orElseThrow();
            assertThat(whole.bytes()).isEqualTo(jpeg);
            assertThat(whole.width()).isEqualTo(320);
            assertThat(whole.height()).isEqualTo(180);
            assertThat(decoder.jpeg(1920, 50).orElseThrow().bytes()).isEqualTo(jpeg);
        }
    }

    @Test
    void aSmallerPictureIsMadeOfTheNewestAndHasItsNumber() throws IOException {
        try (var decoder = PictureDecoder.open(FORMAT)) {
            for (int i = 0; i < 5; i++) {
                assertThat(decoder.accept(packet(jpeg(i), i * 66_667L), true)).isTrue();
            }
            var small = decoder.jpeg(160, 80).orElseThrow();
            assertThat(ImageIO.read(new ByteArrayInputStream(small.bytes())).getWidth())
                    .isEqualTo(160);
            assertThat(small.ptsMicros()).isEqualTo(4 * 66_667L);
            assertThat(small.sequence()).isEqualTo(5);
            assertThat(decoder.jpeg(0, 80).orElseThrow().sequence()).isEqualTo(5);
        }
    }

    @Test
    void picturesAreLookedAtOnlyWhenDue() {
        try (var decoder = PictureDecoder.open(FORMAT, Duration.ofSeconds(2))) {
            decoder.accept(packet(jpeg(0), 0), true);
            assertThat(decoder.stats().orElseThrow().ptsMicros()).isZero();
            assertThat(decoder.accept(packet(jpeg(1), 1_000_000), false)).isFalse();
            assertThat(decoder.stats().orElseThrow().ptsMicros()).isZero();
            assertThat(decoder.accept(packet(jpeg(2), 2_000_000), false)).isTrue();
            assertThat(decoder.stats().orElseThrow().ptsMicros()).isEqualTo(2_000_000);
        }
    }

    @Test
    void aPictureThatWasCutOffIsNotShown() {
        var jpeg = jpeg(0);
        try (var decoder = PictureDecoder.open(FORMAT)) {
            assertThat(decoder.accept(packet(Arrays.copyOf(jpeg, jpeg.length / 2), 0), true))
                    .isFalse();
            assertThat(decoder.jpeg(0, 80)).isEmpty();
            assertThat(decoder.errors()).isEqualTo(1);
            assertThat(decoder.damage().count(Damage.Kind.CORRUPT)).isEqualTo(1);
        }
    }

    @Test
    void whatFollowsThePictureIsLeftOut() {
        var jpeg = jpeg(0);
        var padded = Arrays.copyOf(jpeg, jpeg.length + 300);
        assertThat(JpegFile.complete(ByteBuffer.wrap(padded))).hasValue(jpeg);
    }

    @Test
    void missingHuffmanTablesAreAdded() throws IOException {
        var bare = withoutTables(jpeg(0));
        var whole = JpegFile.complete(ByteBuffer.wrap(bare)).orElseThrow();
        assertThat(whole.length).isEqualTo(bare.length + 420);
        assertThat(ImageIO.read(new ByteArrayInputStream(whole)).getWidth()).isEqualTo(320);
    }

    /** Drops the DHT segments of a JPEG that uses the standard ones. */
    private static byte[] withoutTables(byte[] jpeg) {
        var data = ByteBuffer.wrap(jpeg);
        var bare = new ByteArrayOutputStream();
        bare.write(jpeg, 0, 2);
        int at = 2;
        while ((data.getShort(at) & 0xffff) != 0xffda) {
            int length = 2 + (data.getShort(at + 2) & 0xffff);
            if ((data.getShort(at) & 0xffff) != 0xffc4) {
                bare.write(jpeg, at, length);
            }
            at += length;
        }
        bare.write(jpeg, at, jpeg.length - at);
        return bare.toByteArray();
    }

    private static Packet packet(byte[] jpeg, long pts) {
        return new Packet(0, pts, pts, 0, true, ByteBuffer.wrap(jpeg));
    }

    private static byte[] jpeg(int index) {
        var image = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.fillRect(index * 20, 40, 60, 60);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
