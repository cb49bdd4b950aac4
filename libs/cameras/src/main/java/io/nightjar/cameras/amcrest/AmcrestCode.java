// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

import java.util.EnumMap;
import java.util.Map;

/**
 * A movement as the CGI words it.
 *
 * @param arg1 vertical speed, of the diagonals only
 * @param arg2 speed from 1 to 8; with 0 the camera answers OK and does not move
 */
record AmcrestCode(String word, int arg1, int arg2) {

    private static final int FASTEST = 8;

    /** One for each part of the head that is to move; speeds are from -1 to 1. */
    static Map<AmcrestAxis, AmcrestCode> of(double pan, double tilt, double zoom, double focus) {
        var codes = new EnumMap<AmcrestAxis, AmcrestCode>(AmcrestAxis.class);
        if (pan != 0 || tilt != 0) {
            codes.put(AmcrestAxis.TURN, turn(pan, tilt));
        }
        if (zoom != 0) {
            codes.put(AmcrestAxis.ZOOM, new AmcrestCode(zoom > 0 ? "ZoomTele" : "ZoomWide", 0, speed(zoom)));
        }
        if (focus != 0) {
            codes.put(AmcrestAxis.FOCUS, new AmcrestCode(focus > 0 ? "FocusFar" : "FocusNear", 0, speed(focus)));
        }
        return codes;
    }

    /** A hint of a second direction is not one: the camera knows no diagonal that is almost straight. */
    private static AmcrestCode turn(double pan, double tilt) {
        var sideways = pan > 0 ? "Right" : "Left";
        var upright = tilt > 0 ? "Up" : "Down";
        if (level(tilt) == 0 && Math.abs(pan) >= Math.abs(tilt)) {
            return new AmcrestCode(sideways, 0, speed(pan));
        }
        return level(pan) == 0
                ? new AmcrestCode(upright, 0, speed(tilt))
                : new AmcrestCode(sideways + upright, speed(tilt), speed(pan));
    }

    private static int level(double part) {
        return Math.toIntExact(Math.round(Math.abs(part) * FASTEST));
    }

    private static int speed(double part) {
        return Math.clamp(level(part), 1, FASTEST);
    }
}
