// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class EncodersTest {

    @Test
    void aJpegLooksLikeItsPicture() throws Exception {
        // Given
        var picture = new I420(320, 180);
        picture.fill(180, 128, 128);
        // When
        byte[] jpeg;
        try (var encoder = JpegEncoder.open(160, 90, 80)) {
            encoder.encode(picture);
            jpeg = encoder.encode(picture);
        }
        // Then
        var image = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(image.getWidth()).isEqualTo(160);
        assertThat(image.getHeight()).isEqualTo(90);
        // 180 in limited range is (180 - 16) * 255 / 219 = 191 on a screen.
        assertThat(image.getRGB(80, 45) & 0xff).isCloseTo(191, within(3));
    }

    @Test
    void everyPictureGivesOnePacketAtOnceAndKeyPacketsCarryParameterSets() {
        // Given
        var settings = new H264Encoder.Settings(320, 180, 15, 300_000, 15);
        var packets = new ArrayList<Packet>();
        // When
        try (var encoder = H264Encoder.open(settings)) {
            for (int i = 0; i < 40; i++) {
                encoder.encode(
                        TestPictures.moving(320, 180, i), i * 66_666L, i == 7, packet -> packets.add(packet.copy()));
                assertThat(packets).hasSize(i + 1);
            }
            assertThat(encoder.format().extradata()).startsWith(0, 0, 0, 1, 0x67);
        }
        // Then
        assertThat(packets.getFirst().key()).isTrue();
        assertThat(packets.get(7).key()).isTrue();
        assertThat(packets.stream().filter(Packet::key).count()).isBetween(3L, 5L);
        for (var packet : packets) {
            assertThat(packet.ptsMicros()).isEqualTo(packet.dtsMicros());
            var types = NalUnits.split(packet.data()).stream()
                    .map(unit -> unit[0] & 0x1f)
                    .toList();
            assertThat(types).isEqualTo(packet.key() ? List.of(7, 8, 5) : List.of(1));
        }
    }
}
