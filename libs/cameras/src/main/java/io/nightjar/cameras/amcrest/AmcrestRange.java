// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

import java.util.Map;
import java.util.Optional;

/**
 * The degrees a head reaches. Pan grows to the right; a head that turns all around has 0 ahead. Tilt grows downwards. The
 * lens is told in 1 to 128, wide to near.
 */
public record AmcrestRange(double left, double right, double top, double bottom) {

    private static final double WIDEST = 1;
    private static final double NEAREST = 128;
    private static final double CIRCLE = 360;

    static Optional<AmcrestRange> of(Map<String, String> caps) {
        var left = angle(caps, "HorizontalAngle[0]");
        var right = angle(caps, "HorizontalAngle[1]");
        var top = angle(caps, "VerticalAngle[0]");
        var bottom = angle(caps, "VerticalAngle[1]");
        if (left.isEmpty() || right.isEmpty() || top.isEmpty() || bottom.isEmpty()) {
            return Optional.empty();
        }
        var range = new AmcrestRange(left.get(), right.get(), top.get(), bottom.get());
        return range.right > range.left && range.bottom > range.top ? Optional.of(range) : Optional.empty();
    }

    /** In the camera's own numbers. */
    record Degrees(double pan, double tilt, double zoom) {}

    Degrees degrees(AmcrestPosition position) {
        return new Degrees(pan(position.pan()), tilt(position.tilt()), zoom(position.zoom()));
    }

    AmcrestPosition position(Degrees degrees) {
        double tilt = 1 - 2 * (degrees.tilt() - top) / (bottom - top);
        double zoom = (degrees.zoom() - WIDEST) / (NEAREST - WIDEST);
        return new AmcrestPosition(
                Math.clamp(part(degrees.pan()), -1.0, 1.0), Math.clamp(tilt, -1.0, 1.0), Math.clamp(zoom, 0.0, 1.0));
    }

    private double pan(double part) {
        if (!allAround()) {
            return left + (part + 1) / 2 * (right - left);
        }
        double degrees = part * CIRCLE / 2;
        return degrees < 0 ? degrees + CIRCLE : degrees;
    }

    private double part(double degrees) {
        if (!allAround()) {
            return 2 * (degrees - left) / (right - left) - 1;
        }
        return (degrees > CIRCLE / 2 ? degrees - CIRCLE : degrees) / (CIRCLE / 2);
    }

    private double tilt(double part) {
        return top + (1 - part) / 2 * (bottom - top);
    }

    private static double zoom(double part) {
        return WIDEST + part * (NEAREST - WIDEST);
    }

    private boolean allAround() {
        return right - left >= CIRCLE;
    }

    private static Optional<Double> angle(Map<String, String> caps, String name) {
        return AmcrestNumbers.decimal(caps.getOrDefault("caps.PtzMotionRange." + name, ""));
    }
}
