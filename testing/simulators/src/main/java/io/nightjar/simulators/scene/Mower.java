// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.simulators.picture.Canvas;
import io.nightjar.simulators.picture.Paint;
import io.nightjar.simulators.picture.Shape;

/** A mowing robot that goes to and fro on the lawn. */
final class Mower {

    private Mower() {}

    static void paint(Canvas canvas, double seconds) {
        var turn = seconds * 0.16;
        var x = 322 + 150 * Math.sin(turn);
        var y = 232 + 16 * Math.sin(turn * 0.43);
        var size = 0.55 + (y - 190) / 90;
        var side = Math.cos(turn) >= 0 ? 1 : -1;
        canvas.soft(x, y + 1, 30 * size, 6 * size, 0x1f3f16, 0.7);
        canvas.fill(Shape.ellipse(x - 12 * side * size, y - 5 * size, 6.5 * size, 6.5 * size), Paint.of(0x14171c));
        canvas.fill(Shape.ellipse(x + 14 * side * size, y - 3 * size, 4 * size, 4 * size), Paint.of(0x14171c));
        canvas.fill(
                new Shape()
                        .move(-22, -4)
                        .curve(-22, -17, -8, -18)
                        .curve(16, -18, 23, -4)
                        .placed(x, y, side * size, size),
                Paint.down(0x565f6b, y - 18 * size, 0x22272e, y - 4 * size));
        canvas.fill(
                new Shape()
                        .move(-14, -14)
                        .curve(0, -18, 12, -11.5)
                        .line(11, -9.5)
                        .curve(0, -15, -14, -11.6)
                        .placed(x, y, side * size, size),
                Paint.of(0xff8a2a));
        canvas.fill(Shape.ellipse(x - 12 * side * size, y - 5 * size, 2.4 * size, 2.4 * size), Paint.of(0x8a929d));
    }
}
