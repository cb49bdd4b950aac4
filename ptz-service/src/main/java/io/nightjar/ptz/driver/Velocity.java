// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.driver;

/**
 * How fast a head moves, each part from -1 to 1.
 *
 * @param pan to the right
 * @param tilt upwards
 * @param zoom towards the picture
 * @param focus towards what is far
 */
public record Velocity(double pan, double tilt, double zoom, double focus) {

    public static final Velocity STILL = new Velocity(0, 0, 0, 0);

    public Velocity {
        pan = bounded(pan);
        tilt = bounded(tilt);
        zoom = bounded(zoom);
        focus = bounded(focus);
    }

    public boolean isStill() {
        return pan == 0 && tilt == 0 && zoom == 0 && focus == 0;
    }

    private static double bounded(double value) {
        // Adding zero turns -0.0, which would not equal it, into 0.0.
        return Double.isNaN(value) ? 0 : Math.clamp(value, -1.0, 1.0) + 0.0;
    }
}
