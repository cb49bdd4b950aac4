// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.picture;

/** The arithmetic of putting one sample over, or as light onto, another. */
final class Blend {

    private Blend() {}

    static byte over(byte below, int colour, float alpha) {
        var value = below & 0xff;
        return (byte) (value + scaled(colour - value, alpha));
    }

    static byte luma(byte below, int colour, float alpha, boolean light) {
        return light ? limit((below & 0xff) + scaled(colour - 16, alpha)) : over(below, colour, alpha);
    }

    static byte chroma(byte below, int colour, float alpha, boolean light) {
        return light ? limit((below & 0xff) + scaled(colour - 128, alpha)) : over(below, colour, alpha);
    }

    /** A part of a difference, rounded; in fixed point, which is much faster than rounding floats. */
    private static int scaled(int difference, float alpha) {
        return (difference * (int) (alpha * 65536) + 32768) >> 16;
    }

    static byte limit(int value) {
        return (byte) Math.max(16, Math.min(235, value));
    }
}
