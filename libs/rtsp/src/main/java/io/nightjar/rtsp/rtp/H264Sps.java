// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.util.Optional;
import java.util.Set;

/**
 * What an H.264 sequence parameter set says.
 *
 * @param profile profile_idc: 66 baseline, 77 main, 100 high
 * @param constraints the constraint flags byte
 * @param level level_idc: 31 for level 3.1
 */
public record H264Sps(int profile, int constraints, int level, VideoSize size) {

    private static final Set<Integer> WITH_CHROMA =
            Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135);

    /** Empty when it cannot be read. */
    public static Optional<H264Sps> parse(byte[] sps) {
        if (sps.length < 5 || Nal.h264Type(sps) != Nal.H264_SPS) {
            return Optional.empty();
        }
        var bits = BitReader.ofNal(sps, 1);
        int profile = bits.bits(8);
        int constraints = bits.bits(8);
        int level = bits.bits(8);
        bits.unsigned();
        int chroma = WITH_CHROMA.contains(profile) ? chroma(bits) : 1;
        bits.unsigned();
        pictureOrder(bits);
        bits.unsigned();
        bits.skip(1);
        int width = (bits.unsigned() + 1) * 16;
        int mapHeight = (bits.unsigned() + 1) * 16;
        boolean frames = bits.flag();
        int fields = frames ? 1 : 2;
        bits.skip(frames ? 1 : 2);
        int height = mapHeight * fields;
        if (bits.flag()) {
            int unitX = chroma == 0 || chroma == 3 ? 1 : 2;
            int unitY = (chroma == 1 ? 2 : 1) * fields;
            width -= (bits.unsigned() + bits.unsigned()) * unitX;
            height -= (bits.unsigned() + bits.unsigned()) * unitY;
        }
        return bits.exhausted() || width <= 0 || height <= 0
                ? Optional.empty()
                : Optional.of(new H264Sps(profile, constraints, level, new VideoSize(width, height)));
    }

    private static int chroma(BitReader bits) {
        int chroma = bits.unsigned();
        if (chroma == 3) {
            bits.skip(1);
        }
        bits.unsigned();
        bits.unsigned();
        bits.skip(1);
        if (bits.flag()) {
            for (int i = 0; i < (chroma == 3 ? 12 : 8); i++) {
                if (bits.flag()) {
                    skipScalingList(bits, i < 6 ? 16 : 64);
                }
            }
        }
        return chroma;
    }

    private static void skipScalingList(BitReader bits, int size) {
        int last = 8;
        int next = 8;
        for (int i = 0; i < size; i++) {
            if (next != 0) {
                next = (last + bits.signed() + 256) % 256;
            }
            last = next == 0 ? last : next;
        }
    }

    private static void pictureOrder(BitReader bits) {
        int type = bits.unsigned();
        if (type == 0) {
            bits.unsigned();
        } else if (type == 1) {
            bits.skip(1);
            bits.signed();
            bits.signed();
            int count = Math.min(bits.unsigned(), 255);
            for (int i = 0; i < count; i++) {
                bits.signed();
            }
        }
    }
}
