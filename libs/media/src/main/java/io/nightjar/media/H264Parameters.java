// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.util.Set;

/** Reads a sequence parameter set of H.264 (ITU-T H.264, 7.3.2.1.1 and E.1.1). */
final class H264Parameters {

    private static final Set<Integer> WITH_CHROMA_FORMAT =
            Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135);
    private static final int BASELINE = 66;

    private final BitReader bits;
    private double fps;
    private int reorder = -1;

    private H264Parameters(byte[] unit) {
        bits = new BitReader(unit, 4);
    }

    static VideoParameters parse(byte[] unit) {
        int profile = unit[1] & 0xff;
        int constraints = unit[2] & 0xff;
        var codecs = "avc1.%02x%02x%02x".formatted(profile, constraints, unit[3] & 0xff);
        return new H264Parameters(unit).read(profile, constraints, codecs);
    }

    private VideoParameters read(int profile, int constraints, String codecs) {
        bits.unsigned(); // id
        int chroma = WITH_CHROMA_FORMAT.contains(profile) ? chromaFormat() : 1;
        bits.unsigned(); // log2_max_frame_num
        int orderType = pictureOrder();
        int references = bits.unsigned();
        bits.skip(1);
        int width = (bits.unsigned() + 1) * 16;
        int mapUnits = bits.unsigned() + 1;
        boolean progressive = bits.flag();
        int height = mapUnits * 16 * (progressive ? 1 : 2);
        bits.skip(progressive ? 1 : 2);
        if (bits.flag()) {
            int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
            int unitY = (chroma == 1 ? 2 : 1) * (progressive ? 1 : 2);
            width -= (bits.unsigned() + bits.unsigned()) * unitX;
            height -= (bits.unsigned() + bits.unsigned()) * unitY;
        }
        // Output order is decode order by definition, or there is nothing a B-frame could refer to.
        if (profile == BASELINE || orderType == 2 || references < 2) {
            reorder = 0;
        }
        if (bits.flag()) {
            usability();
        }
        return new VideoParameters(width, height, fps, reorder, name(profile, constraints), codecs);
    }

    private int chromaFormat() {
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
                    scalingList(i < 6 ? 16 : 64);
                }
            }
        }
        return chroma;
    }

    private void scalingList(int size) {
        int last = 8;
        int next = 8;
        for (int i = 0; i < size; i++) {
            if (next != 0) {
                next = (last + bits.signed() + 256) % 256;
            }
            last = next == 0 ? last : next;
        }
    }

    private int pictureOrder() {
        int type = bits.unsigned();
        if (type == 0) {
            bits.unsigned();
        } else if (type == 1) {
            bits.skip(1);
            bits.signed();
            bits.signed();
            int cycle = bits.unsigned();
            for (int i = 0; i < cycle; i++) {
                bits.signed();
            }
        }
        return type;
    }

    private void usability() {
        if (bits.flag() && bits.bits(8) == 255) {
            bits.skip(32);
        }
        if (bits.flag()) {
            bits.skip(1);
        }
        if (bits.flag()) {
            bits.skip(4);
            if (bits.flag()) {
                bits.skip(24);
            }
        }
        if (bits.flag()) {
            bits.unsigned();
            bits.unsigned();
        }
        timing();
        boolean nal = bits.flag();
        if (nal) {
            hypotheticalDecoder();
        }
        boolean vcl = bits.flag();
        if (vcl) {
            hypotheticalDecoder();
        }
        bits.skip(nal || vcl ? 2 : 1);
        if (bits.flag()) {
            bits.skip(1);
            for (int i = 0; i < 4; i++) {
                bits.unsigned();
            }
            reorder = bits.unsigned();
        }
    }

    private void timing() {
        if (bits.flag()) {
            long units = bits.bits(32) & 0xffffffffL;
            long scale = bits.bits(32) & 0xffffffffL;
            bits.skip(1);
            double rate = units == 0 ? 0 : scale / (2.0 * units);
            // Cameras write nonsense here: 90 kHz as a rate, or nothing per tick.
            fps = rate >= 0.1 && rate <= 240 ? rate : 0;
        }
    }

    private void hypotheticalDecoder() {
        int count = bits.unsigned() + 1;
        bits.skip(8);
        for (int i = 0; i < count; i++) {
            bits.unsigned();
            bits.unsigned();
            bits.skip(1);
        }
        bits.skip(20);
    }

    private static String name(int profile, int constraints) {
        return switch (profile) {
            case BASELINE -> (constraints & 0x40) == 0 ? "Baseline" : "Constrained Baseline";
            case 77 -> "Main";
            case 88 -> "Extended";
            case 100 -> "High";
            case 110 -> "High 10";
            case 122 -> "High 4:2:2";
            default -> "Profile " + profile;
        };
    }
}
