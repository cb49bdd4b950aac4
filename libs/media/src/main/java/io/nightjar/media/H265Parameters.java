// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

/** Reads a sequence parameter set of H.265 (ITU-T H.265, 7.3.2.2) as far as size, profile and reordering. */
final class H265Parameters {

    private H265Parameters() {}

    static VideoParameters parse(byte[] unit) {
        var bits = new BitReader(unit, 2);
        bits.skip(4);
        int subLayers = bits.bits(3);
        bits.skip(1);
        int space = bits.bits(2);
        boolean highTier = bits.flag();
        int profile = bits.bits(5);
        int compatibility = Integer.reverse(bits.bits(32));
        var constraints = new int[6];
        for (int i = 0; i < constraints.length; i++) {
            constraints[i] = bits.bits(8);
        }
        int level = bits.bits(8);
        skipSubLayers(bits, subLayers);
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
        int reorder = reorder(bits, subLayers);
        return new VideoParameters(
                width,
                height,
                0,
                reorder,
                name(profile),
                codecs(space, profile, compatibility, highTier, level, constraints));
    }

    private static void skipSubLayers(BitReader bits, int subLayers) {
        var profilePresent = new boolean[subLayers];
        var levelPresent = new boolean[subLayers];
        for (int i = 0; i < subLayers; i++) {
            profilePresent[i] = bits.flag();
            levelPresent[i] = bits.flag();
        }
        if (subLayers > 0) {
            bits.skip(2 * (8 - subLayers));
        }
        for (int i = 0; i < subLayers; i++) {
            bits.skip((profilePresent[i] ? 88 : 0) + (levelPresent[i] ? 8 : 0));
        }
    }

    private static int reorder(BitReader bits, int subLayers) {
        bits.unsigned();
        bits.unsigned();
        bits.unsigned();
        int first = bits.flag() ? 0 : subLayers;
        int reorder = 0;
        for (int i = first; i <= subLayers; i++) {
            bits.unsigned();
            reorder = bits.unsigned();
            bits.unsigned();
        }
        return reorder;
    }

    private static String codecs(
            int space, int profile, int compatibility, boolean highTier, int level, int[] constraints) {
        var text = new StringBuilder("hvc1.");
        if (space > 0) {
            text.append((char) ('A' + space - 1));
        }
        text.append(profile)
                .append('.')
                .append(Integer.toHexString(compatibility).toUpperCase(java.util.Locale.ROOT));
        text.append('.').append(highTier ? 'H' : 'L').append(level);
        int last = constraints.length;
        while (last > 0 && constraints[last - 1] == 0) {
            last--;
        }
        for (int i = 0; i < last; i++) {
            text.append('.').append("%02X".formatted(constraints[i]));
        }
        return text.toString();
    }

    private static String name(int profile) {
        return switch (profile) {
            case 1 -> "Main";
            case 2 -> "Main 10";
            case 3 -> "Main Still Picture";
            default -> "Profile " + profile;
        };
    }
}
