// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import static io.nightjar.rtsp.rtp.Packets.raw;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 300, 1396, 1397, 6000})
    void aacUnitsOfEverySizeComeBack(int size) {
        var unit = new byte[size];
        java.util.Arrays.fill(unit, (byte) 7);

        var packets = Packets.of(new AacPacketizer(), List.of(unit), 1024);

        assertThat(Packets.units(new AacDepacketizer(), packets)).satisfiesExactly(back -> {
            assertThat(back.timestamp()).isEqualTo(1024);
            assertThat(back.parts()).containsExactly(unit);
        });
    }

    @Test
    void severalAacUnitsInAPacketAreTimedOneAfterTheOther() {
        var units = Packets.units(
                new AacDepacketizer(), List.of(raw(0, 5000, true, 0, 32, 0, 2 << 3, 0, 1 << 3, 0xa, 0xb, 0xc)));

        assertThat(units).extracting(AccessUnit::timestamp).containsExactly(5000, 6024);
        assertThat(units.get(0).parts().getFirst()).containsExactly(0xa, 0xb);
        assertThat(units.get(1).parts().getFirst()).containsExactly(0xc);
    }

    @Test
    void aLostAacFragmentDropsItsUnitOnly() {
        var depacketizer = new AacDepacketizer();
        var packets = new java.util.ArrayList<RtpPacket>();
        var sender = Packets.sender(new AacPacketizer());
        for (int i = 0; i < 3; i++) {
            packets.addAll(Packets.send(sender, List.of(new byte[3000]), i * 1024));
        }
        packets.remove(4);

        assertThat(Packets.units(depacketizer, packets))
                .extracting(AccessUnit::timestamp)
                .containsExactly(0, 2048);
    }

    @Test
    void brokenAacPacketsDoNoHarm() {
        assertThat(Packets.units(
                        new AacDepacketizer(),
                        List.of(raw(0, 0, true), raw(1, 0, true, 0, 255, 1), raw(2, 0, true, 0, 16, 255, 255, 1))))
                .isEmpty();
    }

    @Test
    void otherSoundPassesUnchanged() {
        var frame = new byte[160];

        var packets = Packets.of(new AudioPacketizer(), List.of(frame), 160);

        assertThat(Packets.units(new AudioDepacketizer(), packets).getFirst().parts())
                .containsExactly(frame);
    }
}
