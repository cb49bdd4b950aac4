// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.simulators.picture.Shape;

/** Perspective of the warehouse: metres to the right, upwards and away become places in the picture. */
final class Aisle {

    private static final double VANISHING_X = 330;
    private static final double VANISHING_Y = 128;
    private static final double FOCAL = 330;
    private static final double CAMERA_HEIGHT = 3.1;

    private Aisle() {}

    /** How large a metre looks at a distance. */
    static double scale(double z) {
        return FOCAL / z;
    }

    static double x(double metres, double z) {
        return VANISHING_X + metres * FOCAL / z;
    }

    static double y(double height, double z) {
        return VANISHING_Y + (CAMERA_HEIGHT - height) * FOCAL / z;
    }

    /** An upright rectangle that faces the camera. */
    static Shape wall(double left, double right, double bottom, double top, double z) {
        return Shape.polygon(
                x(left, z), y(top, z), x(right, z), y(top, z), x(right, z), y(bottom, z), x(left, z), y(bottom, z));
    }

    /** An upright rectangle along the aisle. */
    static Shape side(double x, double bottom, double top, double near, double far) {
        return Shape.polygon(
                x(x, near),
                y(top, near),
                x(x, far),
                y(top, far),
                x(x, far),
                y(bottom, far),
                x(x, near),
                y(bottom, near));
    }

    /** A rectangle on the floor. */
    static Shape ground(double left, double right, double near, double far) {
        return Shape.polygon(
                x(left, near),
                y(0, near),
                x(right, near),
                y(0, near),
                x(right, far),
                y(0, far),
                x(left, far),
                y(0, far));
    }
}
