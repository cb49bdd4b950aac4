// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoParametersTest {

    @ParameterizedTest
    @CsvSource({
        // x264enc, 640x360 at 15 per second
        "H264,6742c016da0280bfe5c05a8303035280000003008000000f478b1750,640,360,15,0,Constrained Baseline,avc1.42c016",
        // x264, 1920x1080 at 25 per second, two B-frames
        "H264,67640028acd940780227e5c044000003000400000300c83c60c658,1920,1080,25,2,High,avc1.640028",
        // x265, 640x360
        "H265,42010101600000030090000003000003003fa00502016965959a4932bc05a020000003002000000301e1,640,360,0,2,Main,hvc1.1.6.L63.90"
    })
    void sizeAndReorderingAreRead(
            Codec codec, String hex, int width, int height, double fps, int reorder, String profile, String codecs) {
        var parameters =
                VideoParameters.of(codec, List.of(HexFormat.of().parseHex(hex))).orElseThrow();
        assertThat(parameters).isEqualTo(new VideoParameters(width, height, fps, reorder, profile, codecs));
    }

    @ParameterizedTest
    @CsvSource({
        "H264,6742c016d900a02ff97011000003000100000300020f162e48,640,360",
        "H264,674d400ceca0a8cf1136022000000300200000030041e28532c0,322,182",
        "H264,67f4001f919b280a00b76022000003000200000300041e30632c,1280,720",
        "H264,67640016acd940a063f3e022000003000200000300043e28532c,640,360",
        "H265,420101016000000300900000030000030078a003c08010e596566924caf016808000000300800000030084,1920,1080",
        "H265,4201010408000003009d0800000300003cb00a480b9c9796566924caf016808000000300800000030084,322,182"
    })
    void sizesAreReadInEveryProfileAndCropping(Codec codec, String hex, int width, int height) {
        assertThat(VideoParameters.of(codec, List.of(HexFormat.of().parseHex(hex))))
                .hasValueSatisfying(
                        said -> assertThat(List.of(said.width(), said.height())).containsExactly(width, height));
    }

    @Test
    void nonsenseIsNoParameterSet() {
        assertThat(VideoParameters.of(Codec.H264, List.of(new byte[] {0x67, 100, 0, 40, 0, 0})))
                .isEmpty();
        assertThat(VideoParameters.of(Codec.H264, List.of())).isEmpty();
    }
}
