// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.picture;

/**
 * What a shape is filled with: one colour, or two with a straight transition from one point to another.
 *
 * @param fromAlpha how much of what is below it covers at the first point, 0 to 1
 * @param light true adds the colour as light does, false covers as paint does
 */
public record Paint(
        Colour from,
        Colour to,
        double x0,
        double y0,
        double x1,
        double y1,
        double fromAlpha,
        double toAlpha,
        boolean light) {

    public static Paint of(int rgb) {
        return of(Colour.of(rgb), 1);
    }

    public static Paint of(int rgb, double alpha) {
        return of(Colour.of(rgb), alpha);
    }

    public static Paint of(Colour colour, double alpha) {
        return new Paint(colour, colour, 0, 0, 0, 0, alpha, alpha, false);
    }

    /** From one colour at the upper edge to another at the lower. */
    public static Paint down(int upper, double y0, int lower, double y1) {
        return between(upper, 0, y0, lower, 0, y1);
    }

    /** From one colour at the left edge to another at the right. */
    public static Paint across(int left, double x0, int right, double x1) {
        return between(left, x0, 0, right, x1, 0);
    }

    public static Paint between(int first, double x0, double y0, int second, double x1, double y1) {
        return new Paint(Colour.of(first), Colour.of(second), x0, y0, x1, y1, 1, 1, false);
    }

    /** This colour at the upper edge, on the way to another at the lower. */
    public Paint towards(int lower, double upperY, double lowerY) {
        return new Paint(from, Colour.of(lower), 0, upperY, 0, lowerY, fromAlpha, fromAlpha, light);
    }

    /** The same colours, covering more or less. */
    public Paint fade(double alpha) {
        return new Paint(from, to, x0, y0, x1, y1, alpha, alpha, light);
    }

    /** The same colours, covering less along the way. */
    public Paint fade(double first, double last) {
        return new Paint(from, to, x0, y0, x1, y1, first, last, light);
    }

    /** The same colours, added as light. */
    public Paint glowing() {
        return new Paint(from, to, x0, y0, x1, y1, fromAlpha, toAlpha, true);
    }

    boolean plain() {
        return fromAlpha == toAlpha && from.equals(to);
    }
}
