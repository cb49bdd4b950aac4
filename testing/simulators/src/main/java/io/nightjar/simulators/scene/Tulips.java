// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.simulators.picture.Canvas;
import io.nightjar.simulators.picture.Noise;
import io.nightjar.simulators.picture.Paint;
import io.nightjar.simulators.picture.Shape;

/** A bed of tulips at the lower edge, moving in the wind. */
final class Tulips {

    private static final int[] COLOURS = {0xe63946, 0xffd166, 0xff7096, 0xf77f00, 0xfff3e0, 0xb5179e};
    private static final int FLOWERS = 34;

    private Tulips() {}

    static void paint(Canvas canvas, double seconds) {
        canvas.fill(
                new Shape().move(300, 372).curve(420, 318, 650, 330).line(650, 372),
                Paint.down(0x5b4030, 322, 0x38271c, 360));
        for (var i = 0; i < FLOWERS; i++) {
            var depth = (double) i / FLOWERS;
            var along = (i * 0.618034) % 1;
            var x = 372 + along * 270 - depth * 16;
            var foot = 336 + depth * 34 - along * 6 + (1 - along) * 10;
            flower(canvas, x, foot, 0.72 + depth * 0.55, i, seconds);
        }
    }

    private static void flower(Canvas canvas, double x, double foot, double size, int seed, double seconds) {
        var wind = Math.sin(seconds * 1.3 + x * 0.02) * 2.6 + Math.sin(seconds * 2.7 + seed) * 0.9;
        var height = (26 + Noise.hash(seed, 1, 54) * 9) * size;
        var topX = x + wind * size;
        var topY = foot - height;
        canvas.fill(Shape.taper(x, foot, 2.2 * size, topX, topY + 4, 1.6 * size), Paint.of(0x3f7d34));
        canvas.fill(
                new Shape()
                        .move(x, foot)
                        .curve(x - 7 * size, foot - height * 0.4, x - 6 * size + wind, foot - height * 0.72)
                        .curve(x - 2 * size, foot - height * 0.4, x, foot),
                Paint.of(0x4f9340));
        canvas.fill(
                new Shape()
                        .move(x, foot)
                        .curve(x + 6 * size, foot - height * 0.3, x + 6 * size + wind, foot - height * 0.6)
                        .curve(x + 2 * size, foot - height * 0.3, x, foot),
                Paint.of(0x3a7431));
        var colour = COLOURS[seed % COLOURS.length];
        canvas.fill(
                new Shape()
                        .move(-5, -9)
                        .curve(-2.6, -6.5, -2.4, -6)
                        .curve(-1, -9, 0, -10.5)
                        .curve(1, -9, 2.4, -6)
                        .curve(2.6, -6.5, 5, -9)
                        .curve(6.4, 1, 0, 3)
                        .curve(-6.4, 1, -5, -9)
                        .placed(topX, topY + 4, size, size),
                Paint.of(colour).towards(0x7a1f35, topY - 6, topY + 22));
    }
}
