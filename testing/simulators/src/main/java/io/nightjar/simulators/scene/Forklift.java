// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.simulators.picture.Canvas;
import io.nightjar.simulators.picture.Paint;
import io.nightjar.simulators.picture.Shape;

/** A forklift with a pallet on its forks that drives up the aisle towards the camera and back. */
final class Forklift {

    private static final double ROUND = 26;
    private static final double FARTHEST = 27;
    private static final double NEAREST = 6.4;

    private Forklift() {}

    static void paint(Canvas canvas, double seconds) {
        var phase = seconds % ROUND / ROUND;
        var way = phase < 0.45 ? phase / 0.45 : phase < 0.55 ? 1 : phase < 0.95 ? 1 - (phase - 0.55) / 0.4 : 0;
        var eased = way * way * (3 - 2 * way);
        var z = 1 / (1 / FARTHEST + (1 / NEAREST - 1 / FARTHEST) * eased);
        var x = 0.1 + Math.sin(seconds * 0.4) * 0.18;
        var moving = (phase > 0.01 && phase < 0.45) || (phase > 0.55 && phase < 0.95);
        paint(canvas, x, z, moving ? Math.sin(seconds * 19) * 0.012 : 0, seconds);
    }

    private static void paint(Canvas canvas, double x, double z, double shake, double seconds) {
        var metre = Aisle.scale(z);
        var left = Aisle.x(x, z);
        var foot = Aisle.y(0, z);
        spot(canvas, x, z);
        canvas.soft(left, foot, metre * 1.1, metre * 0.22, 0x14181d, 0.85);
        var up = foot - shake * metre;
        body(canvas, left, up, metre);
        mast(canvas, left, up, metre);
        load(canvas, left, up, metre);
        beacon(canvas, left, up - metre * 2.28, metre, seconds);
        lamp(canvas, left - metre * 0.5, up - metre * 1.95, metre);
        lamp(canvas, left + metre * 0.5, up - metre * 1.95, metre);
    }

    private static void spot(Canvas canvas, double x, double z) {
        var ahead = Math.max(3.4, z - 2.6);
        var metre = Aisle.scale(ahead);
        canvas.glow(Aisle.x(x, ahead), Aisle.y(0, ahead), metre * 0.55, metre * 0.2, 0x2f6bff, 0.9);
        canvas.glow(Aisle.x(x, ahead), Aisle.y(0, ahead), metre * 0.22, metre * 0.08, 0x9cc2ff, 0.9);
    }

    private static void body(Canvas canvas, double x, double foot, double metre) {
        for (var side = -1; side <= 1; side += 2) {
            canvas.fill(
                    Shape.roundBox(
                            x + side * metre * 0.5 - metre * 0.13,
                            foot - metre * 0.56,
                            metre * 0.26,
                            metre * 0.56,
                            metre * 0.07),
                    Paint.of(0x0d0f12));
        }
        canvas.fill(
                Shape.roundBox(x - metre * 0.56, foot - metre * 1.05, metre * 1.12, metre * 0.8, metre * 0.12),
                Paint.down(0xf5b52a, foot - metre * 1.05, 0xa8660f, foot - metre * 0.25));
        canvas.fill(
                Shape.polygon(
                        x - metre * 0.5,
                        foot - metre,
                        x - metre * 0.44,
                        foot - metre * 2.15,
                        x + metre * 0.44,
                        foot - metre * 2.15,
                        x + metre * 0.5,
                        foot - metre),
                Paint.down(0x27303a, foot - metre * 2.1, 0x39434e, foot - metre));
        driver(canvas, x + metre * 0.04, foot, metre);
        for (var side = -1; side <= 1; side += 2) {
            canvas.fill(
                    Shape.taper(
                            x + side * metre * 0.52,
                            foot - metre,
                            metre * 0.09,
                            x + side * metre * 0.45,
                            foot - metre * 2.16,
                            metre * 0.08),
                    Paint.of(0x1a1e24));
        }
        canvas.fill(
                Shape.roundBox(x - metre * 0.54, foot - metre * 2.24, metre * 1.08, metre * 0.13, metre * 0.05),
                Paint.of(0x23282f));
    }

    private static void driver(Canvas canvas, double x, double foot, double metre) {
        canvas.fill(
                Shape.roundBox(x - metre * 0.25, foot - metre * 1.6, metre * 0.5, metre * 0.66, metre * 0.16),
                Paint.of(0xd7f04a));
        canvas.fill(Shape.box(x - metre * 0.25, foot - metre * 1.34, metre * 0.5, metre * 0.07), Paint.of(0xe9eef2));
        canvas.fill(Shape.ellipse(x, foot - metre * 1.74, metre * 0.13, metre * 0.16), Paint.of(0xc99a7c));
        canvas.fill(
                new Shape()
                        .move(x - metre * 0.16, foot - metre * 1.77)
                        .curve(x - metre * 0.14, foot - metre * 1.96, x, foot - metre * 1.96)
                        .curve(x + metre * 0.14, foot - metre * 1.96, x + metre * 0.16, foot - metre * 1.77),
                Paint.of(0xf4f6f8));
    }

    private static void mast(Canvas canvas, double x, double foot, double metre) {
        for (var side = -1; side <= 1; side += 2) {
            canvas.fill(
                    Shape.box(x + side * metre * 0.32 - metre * 0.06, foot - metre * 2.3, metre * 0.12, metre * 2.25),
                    Paint.across(
                            0x4a525c,
                            x + side * metre * 0.32 - metre * 0.06,
                            0x1c2127,
                            x + side * metre * 0.32 + metre * 0.06));
        }
        canvas.fill(Shape.box(x - metre * 0.36, foot - metre * 2.32, metre * 0.72, metre * 0.09), Paint.of(0x31373f));
    }

    private static void load(Canvas canvas, double x, double foot, double metre) {
        var base = foot - metre * 0.14;
        canvas.fill(Shape.box(x - metre * 0.62, base - metre * 0.13, metre * 1.24, metre * 0.13), Paint.of(0x7d5c38));
        for (var i = -1; i <= 1; i++) {
            canvas.fill(
                    Shape.box(x + i * metre * 0.42 - metre * 0.1, base - metre * 0.1, metre * 0.2, metre * 0.1),
                    Paint.of(0x4d3821));
        }
        for (var column = 0; column < 2; column++) {
            var left = x - metre * 0.58 + column * metre * 0.59;
            var top = base - metre * (column == 0 ? 0.73 : 0.66);
            canvas.fill(
                    Shape.box(left, top, metre * 0.57, base - metre * 0.13 - top),
                    Paint.down(column == 0 ? 0xcfa06c : 0xb98a58, top, column == 0 ? 0xa87a4b : 0x94693d, base));
            canvas.fill(
                    Shape.box(left + metre * 0.25, top, metre * 0.07, base - metre * 0.13 - top),
                    Paint.of(0xe4cfa6, 0.7));
            canvas.fill(
                    Shape.box(left + metre * 0.06, base - metre * 0.36, metre * 0.14, metre * 0.1), Paint.of(0xf4f1e8));
        }
    }

    private static void beacon(Canvas canvas, double x, double y, double metre, double seconds) {
        var turn = Math.max(0, Math.cos(seconds * 7.5));
        var flash = 0.15 + 0.85 * turn * turn;
        canvas.fill(
                Shape.roundBox(x - metre * 0.08, y - metre * 0.14, metre * 0.16, metre * 0.16, metre * 0.05),
                Paint.of(0xff9a1f));
        canvas.glow(x, y - metre * 0.06, metre * 1.3, metre, 0xff9a1f, 0.75 * flash);
        canvas.glow(
                x + Math.sin(seconds * 7.5) * metre * 2,
                y + metre * 0.6,
                metre * 1.6,
                metre * 1.1,
                0xff8a10,
                0.22 * flash);
    }

    private static void lamp(Canvas canvas, double x, double y, double metre) {
        canvas.glow(x, y, metre * 0.55, metre * 0.5, 0xfff4d6, 0.85);
        canvas.fill(Shape.ellipse(x, y, metre * 0.07, metre * 0.07), Paint.of(0xfffdf4));
    }
}
