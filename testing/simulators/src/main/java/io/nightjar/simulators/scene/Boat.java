// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.simulators.picture.Canvas;
import io.nightjar.simulators.picture.Paint;
import io.nightjar.simulators.picture.Shape;

/** A fishing boat that comes home along the harbour with its lights on. */
final class Boat {

    private static final double ROUND = 96;
    private static final double WATER = 236;

    private static final Shape HULL = new Shape()
            .move(-58, -12)
            .curve(-30, -8, 20, -10)
            .curve(50, -14, 72, -24)
            .curve(66, -4, 56, 4)
            .line(-50, 4)
            .curve(-57, -2, -58, -12);

    private static final Shape STRIPE = new Shape()
            .move(-57.5, -9)
            .curve(-30, -5, 20, -7)
            .curve(50, -11, 71, -20.5)
            .line(70.5, -18)
            .curve(50, -8, 20, -4)
            .curve(-30, -2, -57, -6);

    private static final Shape CABIN = Shape.polygon(-34, -9, -34, -31, 2, -31, 6, -22, 12, -22, 14, -10);

    private static final Shape MASTS = new Shape()
            .move(-20, -31)
            .line(-20, -62)
            .line(-18, -62)
            .line(-18, -31)
            .move(40, -14)
            .line(28, -50)
            .line(29.4, -50.6)
            .line(43, -15);

    private Boat() {}

    /** What is above the water, darker and upside down in it; painted before the waves, which break it up. */
    static void reflect(Canvas canvas, double seconds) {
        var x = x(seconds);
        var water = WATER + 5;
        canvas.soft(x, water + 4, 84, 13, 0x171833, 0.75);
        canvas.fill(HULL.placed(x, water + 4, 1, -1.1), Paint.of(0x141a35, 0.6));
        canvas.fill(CABIN.placed(x, water + 4, 1, -1.1), Paint.of(0x8d6c72, 0.5));
        for (var i = 0; i < 6; i++) {
            canvas.soft(x - 19, water + 18 + i * 9, 9 + i, 8, 0xffd28a, 0.5 - i * 0.07);
        }
        for (var i = 0; i < 5; i++) {
            canvas.soft(x - 70 - i * 26, WATER + 4 + i * 1.6, 26, 3 + i * 0.9, 0xe8c7b6, 0.34 - i * 0.055);
        }
    }

    static void paint(Canvas canvas, double seconds) {
        var x = x(seconds);
        var y = WATER + Math.sin(seconds * 1.25) * 2.2;
        var roll = Math.sin(seconds * 1.25 + 0.9) * 0.028;
        var ropes = new Shape()
                .move(-19, -61)
                .line(70, -24)
                .line(70, -23.4)
                .line(-19, -60.2)
                .move(-19, -61)
                .line(-56, -13)
                .line(-55.3, -13)
                .line(-18.6, -60);
        canvas.fill(ropes.turned(roll).placed(x, y, 1, 1), Paint.of(0x1d1a2c, 0.8));
        canvas.fill(MASTS.turned(roll).placed(x, y, 1, 1), Paint.of(0x2b2233));
        canvas.fill(CABIN.turned(roll).placed(x, y, 1, 1), Paint.across(0xf5dcc4, x - 34, 0xb98f88, x + 14));
        canvas.fill(Shape.box(-37, -34, 42, 3.4).turned(roll).placed(x, y, 1, 1), Paint.of(0x7c3038));
        for (var i = 0; i < 3; i++) {
            canvas.fill(
                    Shape.roundBox(-30 + i * 11, -27, 8, 8, 1.4).turned(roll).placed(x, y, 1, 1), Paint.of(0xffdc8c));
        }
        canvas.fill(HULL.turned(roll).placed(x, y, 1, 1), Paint.down(0x2f6f86, y - 22, 0x15243f, y + 4));
        canvas.fill(STRIPE.turned(roll).placed(x, y, 1, 1), Paint.of(0xf1d9c4, 0.85));
        canvas.soft(x + 58, y + 3, 16, 3.2, 0xf7e4d8, 0.8);
        canvas.soft(x - 54, y + 4, 26, 3.4, 0xf1d5c8, 0.7);
        canvas.glow(x - 19 + 62 * roll, y - 63, 20, 18, 0xfff3cf, 0.9);
        canvas.glow(x - 16, y - 23, 34, 20, 0xffc670, 0.4);
        canvas.glow(x + 68, y - 26, 9, 9, 0x4dff88, 0.8);
    }

    private static double x(double seconds) {
        return (seconds % ROUND) / ROUND * 860 - 110;
    }
}
