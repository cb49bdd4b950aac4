// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.util.Optional;

/**
 * A direction, a way or a position. Parts that are left out are not touched.
 *
 * @param panTilt x to the right, y upwards
 * @param zoom towards the picture
 */
public record PtzVector(Optional<PanTilt> panTilt, Optional<Double> zoom) {

    /** Both axes of the head. */
    public record PanTilt(double x, double y) {}

    /** Everything at rest, or in the middle and at its widest. */
    public static final PtzVector ZERO = new PtzVector(Optional.of(new PanTilt(0, 0)), Optional.of(0.0));

    public static PtzVector of(double pan, double tilt, double zoom) {
        return new PtzVector(Optional.of(new PanTilt(pan, tilt)), Optional.of(zoom));
    }

    public static PtzVector panTilt(double pan, double tilt) {
        return new PtzVector(Optional.of(new PanTilt(pan, tilt)), Optional.empty());
    }

    public static PtzVector zoom(double zoom) {
        return new PtzVector(Optional.empty(), Optional.of(zoom));
    }

    /** Only what moves: some devices ignore a request that names head and lens although one stands still. */
    public static PtzVector moving(double pan, double tilt, double zoom) {
        if (zoom == 0) {
            return panTilt(pan, tilt);
        }
        return pan == 0 && tilt == 0 ? zoom(zoom) : of(pan, tilt, zoom);
    }
}
