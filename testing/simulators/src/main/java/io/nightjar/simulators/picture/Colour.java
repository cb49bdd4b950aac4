// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.picture;

/** A colour as the encoder sees it: luma and two colour differences in video range (BT.601). */
public record Colour(int luma, int blue, int red) {

    /** From a web colour such as 0xf2b33d. */
    public static Colour of(int rgb) {
        var r = (rgb >> 16) & 0xff;
        var g = (rgb >> 8) & 0xff;
        var b = rgb & 0xff;
        return new Colour(
                16 + ((66 * r + 129 * g + 25 * b + 128) >> 8),
                128 + ((-38 * r - 74 * g + 112 * b + 128) >> 8),
                128 + ((112 * r - 94 * g - 18 * b + 128) >> 8));
    }

    /** A colour on the way to another: 0 is this one, 1 the other. */
    public Colour towards(Colour other, double part) {
        return new Colour(mix(luma, other.luma, part), mix(blue, other.blue, part), mix(red, other.red, part));
    }

    private static int mix(int from, int to, double part) {
        return (int) Math.round(from + (to - from) * part);
    }
}
