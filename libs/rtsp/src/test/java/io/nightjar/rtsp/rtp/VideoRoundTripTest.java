// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoRoundTripTest {

    private final Random random = new Random(42);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50, 1397, 1398, 1399, 1400, 1401, 2797, 2798, 200_000})
    void h264PicturesOfEverySizeComeBack(int size) {
        var parts = List.of(nal(0x67, 20), nal(0x68, 5), nal(0x06, 30), nal(0x65, size));

        var packets = Packets.of(new H264Packetizer(), parts, 1000);

        assertThat(Packets.units(new H264Depacketizer(), packets)).satisfiesExactly(unit -> {
            assertThat(unit.key()).isTrue();
            assertThat(unit.timestamp()).isEqualTo(1000);
            assertThat(unit.parts()).containsExactlyElementsOf(parts);
        });
        assertThat(packets)
                .allSatisfy(packet -> assertThat(packet.payload().remaining()).isLessThanOrEqualTo(1400));
        assertThat(packets.stream().filter(RtpPacket::marker)).containsExactly(packets.getLast());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 50, 1397, 1400, 1401, 2796, 200_000})
    void h265PicturesOfEverySizeComeBack(int size) {
        var parts = List.of(nal265(32, 20), nal265(33, 40), nal265(34, 8), nal265(19, size));

        var packets = Packets.of(new H265Packetizer(), parts, 7);

        assertThat(Packets.units(new H265Depacketizer(), packets)).satisfiesExactly(unit -> {
            assertThat(unit.key()).isTrue();
            assertThat(unit.parts()).containsExactlyElementsOf(parts);
        });
        assertThat(packets)
                .allSatisfy(packet -> assertThat(packet.payload().remaining()).isLessThanOrEqualTo(1400));
    }

    @Test
    void smallUnitsShareAPacket() {
        var packets = Packets.of(new H264Packetizer(), List.of(nal(0x67, 20), nal(0x68, 5), nal(0x65, 9000)), 0);

        assertThat(packets.getFirst().payload().get(0) & 0x1f).isEqualTo(24);
        assertThat(packets.get(1).payload().get(0) & 0x1f).isEqualTo(28);
    }

    @Test
    void aLossDropsPicturesUntilTheNextKey() {
        var depacketizer = new H264Depacketizer();
        var packets = new ArrayList<RtpPacket>();
        var sender = Packets.sender(new H264Packetizer());
        for (int i = 0; i < 6; i++) {
            packets.addAll(Packets.send(sender, List.of(nal(i % 3 == 0 ? 0x65 : 0x41, 4000)), i * 3000));
        }
        packets.remove(4);

        var units = Packets.units(depacketizer, packets);

        assertThat(units).extracting(AccessUnit::timestamp).containsExactly(0, 9000, 12000, 15000);
        assertThat(depacketizer.lost()).isEqualTo(1);
    }

    @Test
    void aLatePacketIsNoLoss() {
        var packets = new ArrayList<>(Packets.of(new H264Packetizer(), List.of(nal(0x65, 4000)), 0));
        packets.add(1, packets.getFirst());
        var depacketizer = new H264Depacketizer();

        assertThat(Packets.units(depacketizer, packets)).hasSize(1);
        assertThat(depacketizer.lost()).isZero();
    }

    private byte[] nal(int header, int length) {
        var nal = new byte[length];
        for (int i = 1; i < length; i++) {
            nal[i] = (byte) (random.nextInt(255) + 1);
        }
        nal[0] = (byte) header;
        return nal;
    }

    private byte[] nal265(int type, int length) {
        var nal = nal(type << 1, length);
        nal[1] = 1;
        return nal;
    }
}
