// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Track.Codec;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureFormatTest {

    private static final byte[] SPS = {0x67, 1};
    private static final byte[] PPS = {0x68, 1};
    private static final byte[] IDR = {0x65, 1};

    private final PictureFormat format = new PictureFormat(new Track(0, Codec.H264, 96, 90_000, 0, List.of(SPS, PPS)));

    @Test
    void keyPicturesGetTheSetsOnce() {
        assertThat(format.picture(List.of(IDR), true)).containsExactly(SPS, PPS, IDR);
        assertThat(format.picture(List.of(SPS, PPS, IDR), true)).containsExactly(SPS, PPS, IDR);
    }

    @Test
    void delimitersAndFillerAreLeftOut() {
        assertThat(format.picture(List.of(new byte[] {0x09, 1}, new byte[] {0x0c, 1}, new byte[] {0x41, 1}), false))
                .containsExactly(new byte[] {0x41, 1});
    }

    @Test
    void knownSetsChangeNothingAndNewOnesDo() {
        assertThat(format.learn(List.of(SPS.clone(), PPS.clone(), IDR))).isFalse();
        assertThat(format.learn(List.of(IDR))).isFalse();

        assertThat(format.learn(List.of(new byte[] {0x67, 2}, IDR))).isTrue();
        assertThat(format.parameterSets()).containsExactly(new byte[] {0x67, 2}, PPS);
    }

    @Test
    void h265SetsComeInTheOrderADecoderWants() {
        var h265 = new PictureFormat(new Track(0, Codec.H265, 96, 90_000, 0, List.of()));

        h265.learn(List.of(new byte[] {0x44, 1, 3}, new byte[] {0x40, 1, 1}, new byte[] {0x42, 1, 2}));

        assertThat(h265.parameterSets())
                .containsExactly(new byte[] {0x40, 1, 1}, new byte[] {0x42, 1, 2}, new byte[] {0x44, 1, 3});
    }
}
