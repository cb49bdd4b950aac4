// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterSetTest {

    @ParameterizedTest
    @CsvSource({
        "67640028acd940780227e5c044000003000400000300083c60c658, 100, 1920, 1080",
        "6742c016d900a02ff97011000003000100000300020f162e48, 66, 640, 360",
        "674d400ceca0a8cf1136022000000300200000030041e28532c0, 77, 322, 182",
        "67f4001f919b280a00b76022000003000200000300041e30632c, 244, 1280, 720",
        "67640016acd940a063f3e022000003000200000300043e28532c, 100, 640, 360"
    })
    void h264SizesAreRead(String hex, int profile, int width, int height) {
        var sps = H264Sps.parse(HexFormat.of().parseHex(hex)).orElseThrow();

        assertThat(sps.profile()).isEqualTo(profile);
        assertThat(sps.size()).isEqualTo(new VideoSize(width, height));
    }

    @ParameterizedTest
    @CsvSource({
        "420101016000000300900000030000030078a003c08010e596566924caf016808000000300800000030084, 1, 1920, 1080",
        "42010101600000030090000003000003003fa00502016965959a4932bc05a02000000300200000030021, 1, 640, 360",
        "4201010408000003009d0800000300003cb00a480b9c9796566924caf016808000000300800000030084, 4, 322, 182"
    })
    void h265SizesAreRead(String hex, int profile, int width, int height) {
        var sps = H265Sps.parse(HexFormat.of().parseHex(hex)).orElseThrow();

        assertThat(sps.profile()).isEqualTo(profile);
        assertThat(sps.size()).isEqualTo(new VideoSize(width, height));
    }

    @Test
    void whatIsNoParameterSetIsNotRead() {
        assertThat(H264Sps.parse(new byte[] {0x68, 1, 2, 3, 4, 5})).isEmpty();
        assertThat(H264Sps.parse(new byte[] {0x67, 0x64, 0, 0x1f, 0, 0, 0, 0})).isEmpty();
        assertThat(H264Sps.parse(Base64.getDecoder().decode("Z2QA"))).isEmpty();
        assertThat(H265Sps.parse(new byte[8])).isEmpty();
    }
}
