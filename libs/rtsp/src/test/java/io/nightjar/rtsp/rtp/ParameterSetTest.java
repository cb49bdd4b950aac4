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
        "67640028acd940780227e5c044000003000400000300083c60c658, 100, 0, 40",
        "6742c016d900a02ff97011000003000100000300020f162e48, 66, 192, 22",
        "674d400ceca0a8cf1136022000000300200000030041e28532c0, 77, 64, 12"
    })
    void h264ProfileAndLevelAreRead(String hex, int profile, int constraints, int level) {
        assertThat(H264Sps.parse(HexFormat.of().parseHex(hex))).contains(new H264Sps(profile, constraints, level));
    }

    @ParameterizedTest
    @CsvSource({
        "420101016000000300900000030000030078a003c08010e596566924caf016808000000300800000030084, 1, 120",
        "42010101600000030090000003000003003fa00502016965959a4932bc05a02000000300200000030021, 1, 63",
        "4201010408000003009d0800000300003cb00a480b9c9796566924caf016808000000300800000030084, 4, 60"
    })
    void h265ProfileAndLevelAreReadBehindWhatWasPutBetween(String hex, int profile, int level) {
        assertThat(H265Sps.parse(HexFormat.of().parseHex(hex))).contains(new H265Sps(profile, level));
    }

    @Test
    void whatIsNoParameterSetIsNotRead() {
        assertThat(H264Sps.parse(new byte[] {0x68, 1, 2, 3, 4, 5})).isEmpty();
        assertThat(H264Sps.parse(Base64.getDecoder().decode("Z2QA"))).isEmpty();
        assertThat(H265Sps.parse(new byte[20])).isEmpty();
        assertThat(H265Sps.parse(HexFormat.of().parseHex("42010101600000030090000003000003")))
                .isEmpty();
    }
}
