// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.fuzz.Mutations;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Packets and what is in them: nothing is ever thrown, and nothing grows without end. */
class RtpFuzzTest {

    private static final int LARGEST_PICTURE = 16 << 20;
    private static final byte[] H264_SPS = Base64.getDecoder().decode("Z0IAHpWoKAv+WbgICAgQ");
    private static final byte[] H264_HIGH =
            HexFormat.of().parseHex("67640028acd940780227e5c044000003000400000300f03c60c658");
    private static final byte[] H265_SPS = HexFormat.of()
            .parseHex("42010101600000030090000003000003003fa00502016965959a4932bc05a020000003002000000301e1");

    @Test
    void packetsAreReadOrIgnored() {
        var extended =
                HexFormat.of().parseHex("b2e000010000000200000003000000040000000500010001aabbccdd6511223300000304");
        Mutations.of(extended, packets(new H264Packetizer(), picture(3000))[1]).check(5000, (input, random) -> {
            RtpPacket.parse(ByteBuffer.wrap(input)).ifPresent(packet -> {
                assertThat(packet.payloadType()).isBetween(0, 127);
                assertThat(packet.payload().remaining()).isLessThanOrEqualTo(input.length - RtpPacket.HEADER_BYTES);
            });
        });
    }

    @Test
    void reportsAreReadAsFarAsTheyGo() {
        var reports = Rtcp.write(List.of(
                new Rtcp.SenderReport(1, 2, 3, 4, 5),
                new Rtcp.ReceiverReport(1, List.of(new Rtcp.Reception(1, 2, 3, 4, 5, 6, 7))),
                new Rtcp.SourceDescription(1, "camera"),
                new Rtcp.Bye(List.of(1, 2))));
        Mutations.of(reports).check(5000, (input, random) -> {
            var read = Rtcp.parse(ByteBuffer.wrap(input));

            assertThat(read.size()).isLessThanOrEqualTo(input.length / 4);
        });
    }

    @Test
    void picturesOfH264ComeOutOrAreLost() {
        depacketize(H264Depacketizer::new, packets(new H264Packetizer(), picture(4000)));
    }

    @Test
    void picturesOfH265ComeOutOrAreLost() {
        var picture = List.of(H265_SPS, filled(300, 0x26), filled(4000, 0x02));
        depacketize(H265Depacketizer::new, packets(new H265Packetizer(), picture));
    }

    @Test
    void soundComesOutOrIsLost() {
        var frames = List.of(filled(200, 0x21), filled(3000, 0x21));
        depacketize(AacDepacketizer::new, packets(new AacPacketizer(), frames));
        depacketize(AudioDepacketizer::new, packets(new AudioPacketizer(), frames));
    }

    @Test
    void soundOfAnyHeaderLengthsComesOutOrIsLost() {
        var lengths = new Random(7);
        depacketize(
                () -> new AacDepacketizer(1 + lengths.nextInt(16), lengths.nextInt(17), lengths.nextInt(17)),
                packets(new AacPacketizer(), List.of(filled(200, 0x21))));
    }

    @Test
    void soundWithoutSizesIsNotTaken() {
        assertThatThrownBy(() -> new AacDepacketizer(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AacDepacketizer(-5, 3, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Each depacketizer gets several packets in a row, for what one leaves behind meets the next. */
    private static void depacketize(Supplier<Depacketizer> kind, byte[][] valid) {
        var depacketizer = new Depacketizer[] {kind.get()};
        Mutations.of(valid).check(5000, (input, random) -> {
            if (random.nextInt(20) == 0) {
                depacketizer[0] = kind.get();
            }
            var handed = new long[1];
            RtpPacket.parse(ByteBuffer.wrap(input)).ifPresent(packet -> {
                var next = new RtpPacket(
                        packet.payloadType(),
                        packet.marker(),
                        random.nextInt(4) == 0 ? packet.sequence() : random.nextInt(5),
                        packet.timestamp(),
                        packet.ssrc(),
                        packet.payload());
                depacketizer[0].packet(next, unit -> unit.parts().forEach(part -> handed[0] += part.length));
            });
            assertThat(handed[0]).isLessThanOrEqualTo(LARGEST_PICTURE);
            if (random.nextInt(20) == 0) {
                depacketizer[0].flush(unit -> assertThat(unit.parts()).isNotEmpty());
            }
        });
    }

    @Test
    void aPictureWithoutEndIsNotCollectedForever() {
        for (var nal : List.of(
                new byte[] {0x7c, 0x05, 1, 2, 3, 4, 5, 6},
                new byte[] {0x18, 0, 1, 0x65, 0, 1, 0x65, 0, 1, 0x65, 0, 1, 0x65, 0, 1, 0x65},
                new byte[] {0x65, 1, 2, 3})) {
            assertThat(collected(new H264Depacketizer(), nal)).isLessThanOrEqualTo(LARGEST_PICTURE);
        }
        var aggregated = new byte[] {0x60, 1, 0, 2, 0x26, 1, 0, 2, 0x26, 1, 0, 2, 0x26, 1};
        assertThat(collected(new H265Depacketizer(), aggregated)).isLessThanOrEqualTo(LARGEST_PICTURE);
    }

    /** What one picture of 64 MB costs in memory, an object being worth 24 bytes besides its content. */
    private static long collected(Depacketizer depacketizer, byte[] payload) {
        var whole = new byte[Math.max(payload.length, 60_000 / payload.length * payload.length)];
        for (int at = 0; at + payload.length <= whole.length; at += payload.length) {
            System.arraycopy(payload, 0, whole, at, payload.length);
        }
        var largest = new long[1];
        int packets = (64 << 20) / whole.length;
        for (int sequence = 0; sequence <= packets; sequence++) {
            var bytes = payload[0] == 0x18 || payload[0] == 0x60 ? aggregate(whole, payload) : whole;
            var packet = new RtpPacket(96, sequence == packets, sequence & 0xffff, 9, 1, ByteBuffer.wrap(bytes));
            depacketizer.packet(packet, unit -> largest[0] = Math.max(largest[0], cost(unit)));
        }
        depacketizer.flush(unit -> largest[0] = Math.max(largest[0], cost(unit)));
        return largest[0];
    }

    private static long cost(AccessUnit unit) {
        return unit.parts().stream().mapToLong(part -> part.length + 24).sum();
    }

    /** The header once, then units only. */
    private static byte[] aggregate(byte[] whole, byte[] payload) {
        int header = payload[0] == 0x18 ? 1 : 2;
        var bytes = Arrays.copyOf(payload, whole.length);
        int length = payload.length - header;
        for (int at = header; at + length <= bytes.length; at += length) {
            System.arraycopy(payload, header, bytes, at, length);
        }
        return bytes;
    }

    @Test
    void parameterSetsAreReadOrLeft() {
        Mutations.of(H264_SPS, H264_HIGH, H265_SPS).check(5000, (input, random) -> {
            H264Sps.parse(input).ifPresent(sps -> assertThat(sps.level()).isBetween(0, 255));
            H265Sps.parse(input).ifPresent(sps -> assertThat(sps.profile()).isBetween(0, 31));
            assertThat(Nal.split(input)).allSatisfy(unit -> assertThat(unit).isNotEmpty());
        });
    }

    private static List<byte[]> picture(int length) {
        return List.of(H264_SPS, new byte[] {0x68, (byte) 0xce, 0x3c}, filled(length, 0x65));
    }

    private static byte[] filled(int length, int header) {
        var nal = new byte[length];
        Arrays.fill(nal, (byte) 0x5a);
        nal[0] = (byte) header;
        return nal;
    }

    private static byte[][] packets(Packetizer packetizer, List<byte[]> parts) {
        var target = new DatagramTarget();
        Packets.sender(packetizer).send(parts, 3000, target);
        return target.packets().toArray(byte[][]::new);
    }
}
