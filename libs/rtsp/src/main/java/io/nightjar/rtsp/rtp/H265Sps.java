// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.util.Optional;

/**
 * What an H.265 sequence parameter set says.
 *
 * @param profile general_profile_idc: 1 main, 2 main 10
 * @param level general_level_idc: 93 for level 3.1
 */
public record H265Sps(int profile, int level, VideoSize size) {

    /** Empty when it cannot be read. */
    public static Optional<H265Sps> parse(byte[] sps) {
        if (sps.length < 8 || Nal.h265Type(sps) != Nal.H265_SPS) {
            return Optional.empty();
        }
        var bits = BitReader.ofNal(sps, 2);
        bits.skip(4);
        int layers = bits.bits(3);
        bits.skip(1 + 3);
        int profile = bits.bits(5);
        bits.skip(32 + 48);
        int level = bits.bits(8);
        skipSubLayers(bits, layers);
        bits.unsigned();
        int chroma = bits.unsigned();
        if (chroma == 3) {
            bits.skip(1);
        }
        int width = bits.unsigned();
        int height = bits.unsigned();
        if (bits.flag()) {
            width -= (bits.unsigned() + bits.unsigned()) * (chroma == 1 || chroma == 2 ? 2 : 1);
            height -= (bits.unsigned() + bits.unsigned()) * (chroma == 1 ? 2 : 1);
        }
        return bits.exhausted() || width <= 0 || height <= 0
                ? Optional.empty()
                : Optional.of(new H265Sps(profile, level, new VideoSize(width, height)));
    }

    private static void skipSubLayers(BitReader bits, int layers) {
        var profiles = new boolean[layers];
        var levels = new boolean[layers];
        for (int i = 0; i < layers; i++) {
            profiles[i] = bits.flag();
            levels[i] = bits.flag();
        }
        if (layers > 0) {
            bits.skip(2 * (8 - layers));
        }
        for (int i = 0; i < layers; i++) {
            bits.skip((profiles[i] ? 88 : 0) + (levels[i] ? 8 : 0));
        }
    }
}
