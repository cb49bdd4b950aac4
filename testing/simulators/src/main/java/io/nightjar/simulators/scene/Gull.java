// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.simulators.picture.Canvas;
import io.nightjar.simulators.picture.Paint;
import io.nightjar.simulators.picture.Shape;

/** A gull seen from the front against the sky. */
final class Gull {

    private Gull() {}

    static void paint(Canvas canvas, double x, double y, double size, double phase) {
        var gliding = Math.sin(phase * 0.11) > 0.2;
        var lift = gliding ? 3 : 4.5 * Math.sin(phase);
        var wings = new Shape()
                .move(0, 0)
                .curve(-5, -3 - lift, -14, -lift * 0.6)
                .curve(-6, -1 - lift, 0, 2)
                .curve(6, -1 - lift, 14, -lift * 0.6)
                .curve(5, -3 - lift, 0, 0)
                .placed(x, y, size, size);
        canvas.fill(wings, Paint.of(0x2d2740));
        canvas.fill(Shape.ellipse(x, y + 0.9 * size, 2 * size, 1.6 * size), Paint.of(0x2d2740));
    }
}
