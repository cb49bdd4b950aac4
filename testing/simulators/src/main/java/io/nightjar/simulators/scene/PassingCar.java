// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.simulators.picture.Canvas;
import io.nightjar.simulators.picture.Paint;
import io.nightjar.simulators.picture.Shape;

/** A car seen from the side at night, with its lights on the road before it. */
final class PassingCar {

    private static final Shape BODY = new Shape()
            .move(-52, -8)
            .curve(-54, -19, -44, -20)
            .line(-34, -21)
            .curve(-24, -33, -8, -33)
            .curve(14, -34, 24, -21)
            .curve(46, -19, 51, -12)
            .line(52, -5)
            .line(-51, -5);

    private static final Shape WINDOWS = new Shape()
            .move(-29, -21)
            .curve(-21, -30.5, -8, -30.5)
            .line(-4, -30.5)
            .line(-4, -21)
            .move(-1.5, -30.5)
            .curve(12, -30, 19, -21)
            .line(-1.5, -21);

    private PassingCar() {}

    /** A car whose wheels stand at a point; it drives to the right, or to the left where the scale is negative. */
    static void paint(Canvas canvas, double x, double foot, double scale, int colour) {
        if (x < -300 || x > 940) {
            return;
        }
        var size = Math.abs(scale);
        headlights(canvas, x, foot, scale);
        canvas.soft(x, foot + 1, 62 * size, 5 * size, 0x0a0e16, 0.8);
        canvas.fill(
                BODY.placed(x, foot, scale, size),
                Paint.of(colour).towards(0x0d121c, foot - 34 * size, foot - 4 * size));
        canvas.fill(
                WINDOWS.placed(x, foot, scale, size),
                Paint.down(0x50648c, foot - 30 * size, 0x131b29, foot - 20 * size));
        canvas.fill(Shape.box(x - 48 * size, foot - 14 * size, 96 * size, 1.2 * size), Paint.of(0x9fb2d6, 0.35));
        for (var side = -1; side <= 1; side += 2) {
            var wheel = x + side * 31 * scale;
            canvas.fill(Shape.ellipse(wheel, foot - 6 * size, 9 * size, 9 * size), Paint.of(0x06080c));
            canvas.fill(Shape.ellipse(wheel, foot - 6 * size, 4.6 * size, 4.6 * size), Paint.of(0x6e7789));
        }
        canvas.fill(Shape.ellipse(x + 49 * scale, foot - 13 * size, 3 * size, 2.4 * size), Paint.of(0xfffdf2));
        canvas.glow(x + 50 * scale, foot - 13 * size, 26 * size, 20 * size, 0xfff0cc, 0.9);
        canvas.fill(Shape.ellipse(x - 51 * scale, foot - 15 * size, 2.4 * size, 3 * size), Paint.of(0xff4a3d));
        canvas.glow(x - 53 * scale, foot - 14 * size, 24 * size, 16 * size, 0xff2a1f, 0.7);
        canvas.glow(x - 66 * scale, foot, 40 * size, 6 * size, 0xff2a1f, 0.3);
    }

    private static void headlights(Canvas canvas, double x, double foot, double scale) {
        var size = Math.abs(scale);
        var lamp = x + 50 * scale;
        var end = lamp + 210 * scale;
        var beam = Paint.across(0xfff0cc, lamp, 0xffe2a8, end).glowing();
        canvas.fill(
                Shape.polygon(
                        lamp, foot - 15 * size, end, foot - 42 * size, end, foot + 16 * size, lamp, foot - 11 * size),
                beam.fade(0.34, 0));
        canvas.fill(
                Shape.polygon(
                        lamp, foot - 14 * size, end, foot - 26 * size, end, foot + 8 * size, lamp, foot - 12 * size),
                beam.fade(0.3, 0));
        canvas.glow(lamp + 70 * scale, foot - 1, 100 * size, 8 * size, 0xfff0cc, 0.6);
        canvas.glow(lamp + 60 * scale, foot + 4, 150 * size, 26 * size, 0xffe2a8, 0.25);
    }
}
