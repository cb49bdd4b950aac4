// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.simulators.picture.Canvas;
import io.nightjar.simulators.picture.Paint;
import io.nightjar.simulators.picture.Shape;

/** The wooden pier in front, with lamps whose light trembles on the water. */
final class Pier {

    private Pier() {}

    static void paint(Canvas canvas, double seconds) {
        for (var i = 0; i < 5; i++) {
            var x = 16 + i * 46;
            var y = 300 - i * 10;
            var height = 62 - i * 8;
            canvas.fill(
                    Shape.taper(x, y - 8, 9 - i, x + 2, y + height, 10 - i),
                    Paint.across(0x4a3640, x - 5, 0x17121f, x + 6));
        }
        canvas.fill(Shape.polygon(-4, 284, 214, 248, 226, 252, -4, 312), Paint.across(0x5c434b, 0, 0x8a6260, 220));
        canvas.fill(Shape.polygon(-4, 312, 226, 252, 226, 256, -4, 322), Paint.across(0x211925, 0, 0x3a2932, 220));
        for (var i = 0; i < 15; i++) {
            var t = i / 15.0;
            var x = 6 + 214 * Math.sqrt(t);
            var upper = 284 - x * 0.166;
            canvas.fill(
                    Shape.polygon(
                            x,
                            upper,
                            x + 1,
                            upper,
                            x + 5 - 4 * t,
                            upper + 26 - x * 0.105,
                            x + 3.6 - 3 * t,
                            upper + 26 - x * 0.105),
                    Paint.of(0x2a1f2b, 0.6));
        }
        lamp(canvas, 34, 290, 1, seconds);
        lamp(canvas, 122, 271, 0.76, seconds + 1);
        lamp(canvas, 188, 257, 0.58, seconds + 2);
    }

    private static void lamp(Canvas canvas, double x, double foot, double size, double seconds) {
        var top = foot - 74 * size;
        var tremble = 1 + 0.12 * Math.sin(seconds * 3.1);
        canvas.fill(Shape.taper(x, foot, 4 * size, x, top, 2.6 * size), Paint.of(0x1c1624));
        canvas.fill(Shape.polygon(x - 6 * size, top + 1, x, top - 6 * size, x + 6 * size, top + 1), Paint.of(0x1c1624));
        canvas.glow(x, top + 4 * size, 40 * size, 36 * size, 0xffbe6a, 0.75);
        canvas.glow(x, foot, 40 * size, 10 * size, 0xffbe6a, 0.5);
        canvas.glow(x + 8, foot + 52 * size, 14 * size * tremble, 30 * size, 0xffb35a, 0.28 * tremble);
        canvas.fill(Shape.ellipse(x, top + 4 * size, 3.6 * size, 4 * size), Paint.of(0xfff4d8));
    }
}
