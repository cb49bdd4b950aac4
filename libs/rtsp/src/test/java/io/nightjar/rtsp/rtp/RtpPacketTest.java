// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtpPacketTest {

    @Test
    void aWrittenHeaderReadsBack() {
        var bytes = ByteBuffer.allocate(14);
        RtpPacket.writeHeader(bytes, 96, true, 65_535, 0x89abcdef, 0x12345678);
        bytes.put((byte) 7).put((byte) 8).flip();

        var packet = RtpPacket.parse(bytes).orElseThrow();

        assertThat(packet.payloadType()).isEqualTo(96);
        assertThat(packet.marker()).isTrue();
        assertThat(packet.sequence()).isEqualTo(65_535);
        assertThat(packet.timestamp()).isEqualTo(0x89abcdef);
        assertThat(packet.ssrc()).isEqualTo(0x12345678);
        assertThat(packet.payload()).isEqualTo(ByteBuffer.wrap(new byte[] {7, 8}));
    }

    @Test
    void sourcesExtensionsAndPaddingAreSkipped() {
        // two of version, padding, extension and one contributing source
        var packet = parse("b1600001000000020000000300000004" + "bede000111223344" + "aabb" + "000003");

        assertThat(packet.payload()).isEqualTo(ByteBuffer.wrap(HexFormat.of().parseHex("aabb")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "80",
                "0060000100000002000000",
                "006000010000000200000003",
                "906000010000000200000003bede",
                "906000010000000200000003bedeffff",
                "a06000010000000200000003ff"
            })
    void whatIsNoPacketIsNotRead(String hex) {
        assertThat(RtpPacket.parse(ByteBuffer.wrap(HexFormat.of().parseHex(hex.length() % 2 == 0 ? hex : hex + "0"))))
                .isEmpty();
    }

    @Test
    void sequencesCountAroundTheEnd() {
        assertThat(RtpPacket.distance(65_535, 0)).isEqualTo(1);
        assertThat(RtpPacket.distance(0, 65_535)).isEqualTo(-1);
    }

    private static RtpPacket parse(String hex) {
        return RtpPacket.parse(ByteBuffer.wrap(HexFormat.of().parseHex(hex))).orElseThrow();
    }
}
