// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.simulators.picture.Canvas;
import io.nightjar.simulators.picture.Paint;
import io.nightjar.simulators.picture.Shape;

/** One bird seen from the side, flying to the right. */
final class Birds {

    private Birds() {}

    /** Paints a bird; the phase turns its wing beat, and it glides now and then. */
    static void paint(Canvas canvas, double x, double y, double size, double phase, int colour) {
        if (x < -40 || x > 680) {
            return;
        }
        var beating = Math.max(0, Math.sin(phase * 0.13) + 0.5);
        var lift = -3 - 9 * Math.sin(phase) * Math.min(1, beating);
        var wing = new Shape()
                .move(5, 0)
                .curve(1, lift * 0.9, -9, lift)
                .curve(-5, lift * 0.45, -4, 1)
                .placed(x, y, size, size);
        var farWing = new Shape()
                .move(6, 0)
                .curve(6, lift * 0.7, 2, lift * 1.05)
                .curve(0, lift * 0.4, -2, 0)
                .placed(x, y, size, size);
        var body = new Shape()
                .move(14, -0.6)
                .curve(10, -3.6, 4, -2)
                .curve(-4, -2, -14, 0)
                .line(-13, 1.6)
                .curve(0, 4.4, 10, 1)
                .placed(x, y, size, size);
        canvas.fill(farWing, Paint.of(colour, 0.7));
        canvas.fill(body, Paint.of(colour));
        canvas.fill(wing, Paint.of(colour));
    }
}
