// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import java.util.EnumMap;
import java.util.Map;

/**
 * A movement as the camera knows it.
 *
 * @param speed from 1 to 64; some models refuse any
 */
record ReolinkOp(String name, int speed) {

    private static final int FASTEST = 64;
    /** The tangent of half the angle between two of the eight directions. */
    private static final double HALF_WAY = Math.tan(Math.PI / 8);

    /** One for each part of the head that is to move; speeds are from -1 to 1. */
    static Map<ReolinkAxis, ReolinkOp> of(double pan, double tilt, double zoom, double focus) {
        var ops = new EnumMap<ReolinkAxis, ReolinkOp>(ReolinkAxis.class);
        if (pan != 0 || tilt != 0) {
            ops.put(ReolinkAxis.TURN, turn(pan, tilt));
        }
        if (zoom != 0) {
            ops.put(ReolinkAxis.ZOOM, new ReolinkOp(zoom > 0 ? "ZoomInc" : "ZoomDec", speed(zoom)));
        }
        if (focus != 0) {
            ops.put(ReolinkAxis.FOCUS, new ReolinkOp(focus > 0 ? "FocusInc" : "FocusDec", speed(focus)));
        }
        return ops;
    }

    /** The nearest of eight directions; a diagonal has one speed, that of its faster part. */
    private static ReolinkOp turn(double pan, double tilt) {
        double across = Math.abs(pan);
        double along = Math.abs(tilt);
        var sideways = pan > 0 ? "Right" : "Left";
        var upright = tilt > 0 ? "Up" : "Down";
        if (along < across * HALF_WAY) {
            return new ReolinkOp(sideways, speed(pan));
        }
        return across < along * HALF_WAY
                ? new ReolinkOp(upright, speed(tilt))
                : new ReolinkOp(sideways + upright, speed(Math.max(across, along)));
    }

    private static int speed(double part) {
        return Math.clamp(Math.round(Math.abs(part) * FASTEST), 1, FASTEST);
    }
}
