// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.simulators.picture.Canvas;
import io.nightjar.simulators.picture.Noise;
import io.nightjar.simulators.picture.Paint;
import io.nightjar.simulators.picture.Shape;

/** A garden on a summer's day: clouds, a tree in the wind, tulips, a bird and a mower that never rests. */
final class Garden implements Scene {

    private static final double HORIZON = 158;

    @Override
    public void paintBackdrop(Canvas canvas) {
        canvas.fill(Shape.box(0, 0, 640, HORIZON), Paint.down(0x3f8fd9, 0, 0xd3ebf6, HORIZON));
        canvas.soft(70, 60, 150, 120, 0xfff6dc, 0.75);
        canvas.soft(70, 60, 50, 46, 0xfffdf2, 1);
        hills(canvas);
        lawn(canvas);
        shed(canvas);
        fence(canvas);
        path(canvas);
    }

    private static void hills(Canvas canvas) {
        hill(canvas, 128, 20, 150, 0x8fb3c4, 0xa9c7c9, 41);
        hill(canvas, 138, 16, 110, 0x78a583, 0x93b883, 42);
        hill(canvas, 150, 10, 46, 0x4f8553, 0x5f9355, 43);
        for (var i = 0; i < 60; i++) {
            var x = i * 11 + Noise.hash(i, 1, 44) * 10;
            var size = 7 + Noise.hash(i, 2, 44) * 9;
            canvas.fill(
                    Shape.ellipse(x, HORIZON - size * 0.5, size, size),
                    Paint.between(0x6c9d57, x - size, HORIZON - size, 0x35663d, x + size, HORIZON + size));
        }
    }

    private static void hill(Canvas canvas, double y, double rise, double length, int upper, int lower, int seed) {
        var shape = new Shape().move(-10, 200);
        for (var x = -10; x <= 650; x += 10) {
            shape.line(x, y - rise * (Noise.at(x / length, 0, seed) * 2 - 0.7));
        }
        canvas.fill(shape.line(650, 200), Paint.down(upper, y - rise, lower, y + 20));
    }

    private static void lawn(Canvas canvas) {
        var lawn = Shape.box(0, HORIZON, 640, 360 - HORIZON);
        canvas.fill(lawn, Paint.down(0x7fb055, HORIZON, 0x4c8a34, 360));
        for (var i = -14; i < 15; i += 2) {
            canvas.fill(
                    Shape.polygon(
                            300 + i * 13,
                            HORIZON,
                            300 + (i + 1) * 13,
                            HORIZON,
                            300 + (i + 1) * 74,
                            360,
                            300 + i * 74,
                            360),
                    Paint.down(0x93c264, HORIZON, 0x5f9e3f, 360).fade(0.35));
        }
        canvas.grain(lawn, 3, 2.2, 8, 45);
        canvas.grain(lawn, 40, 12, 6, 46);
    }

    private static void shed(Canvas canvas) {
        canvas.soft(168, 186, 78, 9, 0x27491f, 0.7);
        canvas.fill(Shape.box(112, 124, 82, 60), Paint.across(0xb9583f, 112, 0x96432f, 194));
        for (var x = 112; x < 194; x += 6) {
            canvas.fill(Shape.box(x, 124, 0.8, 60), Paint.of(0x6d2c20, 0.5));
        }
        canvas.fill(Shape.polygon(194, 124, 222, 132, 222, 179, 194, 184), Paint.across(0x7d3627, 194, 0x6b2d21, 222));
        canvas.fill(
                Shape.polygon(104, 126, 120, 98, 202, 98, 230, 133, 194, 126), Paint.down(0x6b7480, 98, 0x464d59, 130));
        canvas.fill(Shape.polygon(104, 126, 194, 126, 194, 129, 104, 129), Paint.of(0xe8edf2));
        canvas.fill(Shape.box(124, 140, 22, 44), Paint.down(0xf2f4f6, 140, 0xcfd6dc, 184));
        canvas.fill(Shape.box(127, 143, 16, 38), Paint.of(0x7d3a2b));
        canvas.fill(Shape.ellipse(140, 163, 1.4, 1.4), Paint.of(0xf2d46b));
        canvas.fill(Shape.box(156, 138, 28, 21), Paint.of(0xf2f4f6));
        canvas.fill(Shape.box(158, 140, 24, 17), Paint.between(0xcfe8f7, 158, 140, 0x5b86a8, 182, 157));
        canvas.fill(Shape.box(169.3, 140, 1.4, 17), Paint.of(0xf2f4f6));
        canvas.fill(Shape.box(155, 160, 30, 5), Paint.of(0x7a4a2c));
        for (var i = 0; i < 12; i++) {
            var colour = i % 3 == 0 ? 0xff6f91 : i % 3 == 1 ? 0xffd166 : 0xf25f5c;
            canvas.fill(Shape.ellipse(157 + i * 2.4, 159 - i % 2, 1.8, 1.8), Paint.of(colour));
        }
    }

    private static void fence(Canvas canvas) {
        for (var part = 0; part < 2; part++) {
            var from = part == 0 ? -6 : 238;
            var to = part == 0 ? 108 : 650;
            canvas.fill(Shape.box(from, 168, to - from, 2.4), Paint.of(0xe4e9e6));
            canvas.fill(Shape.box(from, 178, to - from, 2.4), Paint.of(0xd5dbd8));
            for (var x = from; x < to; x += 9) {
                canvas.fill(
                        Shape.polygon(x, 164, x + 2.5, 161, x + 5, 164, x + 5, 187, x, 187),
                        Paint.across(0xffffff, x, 0xcdd5d3, x + 5));
            }
            canvas.fill(Shape.box(from, 187, to - from, 3), Paint.of(0x2f5a22, 0.4));
        }
    }

    private static void path(Canvas canvas) {
        for (var i = 0; i < 13; i++) {
            var t = i / 12.0;
            var near = t * t;
            var x = 134 + 150 * t - 96 * near + Math.sin(t * 5) * 30 * t;
            var y = 191 + 164 * near;
            var size = 8 + 34 * near;
            canvas.fill(Shape.ellipse(x, y + size * 0.07, size, size * 0.33), Paint.of(0x2f5a22, 0.55));
            canvas.fill(
                    Shape.ellipse(x, y, size, size * 0.32),
                    Paint.down(0xd9d3c4, y - size * 0.3, 0xa79f8d, y + size * 0.3));
            canvas.grain(Shape.ellipse(x, y, size, size * 0.32), 5, 3, 8, 47);
        }
    }

    @Override
    public void paintLife(Canvas canvas, double seconds) {
        clouds(canvas, seconds);
        Birds.paint(canvas, seconds * 34 % 900 - 120, 78 + Math.sin(seconds * 0.7) * 9, 1.1, seconds * 9, 0x2a3440);
        Birds.paint(
                canvas,
                seconds * 34 % 900 - 152,
                92 + Math.sin(seconds * 0.7 + 1) * 9,
                0.85,
                seconds * 10 + 2,
                0x2a3440);
        Mower.paint(canvas, seconds);
        GardenTree.paint(canvas, seconds);
        Tulips.paint(canvas, seconds);
        butterfly(canvas, seconds);
    }

    private static void clouds(Canvas canvas, double seconds) {
        for (var cloud = 0; cloud < 4; cloud++) {
            var x = (cloud * 225 + seconds * 6 + 24 * Math.sin(seconds * 0.05 + cloud)) % 900 - 120;
            var y = 46 + Noise.hash(cloud, 1, 48) * 44;
            for (var i = 0; i < 9; i++) {
                var along = i / 8.0 - 0.5;
                var size = (20 + Noise.hash(cloud, i, 49) * 16) * (1.15 - Math.abs(along));
                var lift = Noise.hash(i, cloud, 50) * 12 * (1 - 2 * Math.abs(along));
                canvas.soft(x + along * 120, y + 5 - lift * 0.5, size * 1.25, size * 0.6, 0xc3d5e4, 0.55);
                canvas.soft(x + along * 116, y - lift, size * 1.2, size * 0.72, 0xffffff, 0.85);
            }
        }
    }

    private static void butterfly(Canvas canvas, double seconds) {
        var x = 250 + 120 * Math.sin(seconds * 0.37) + 22 * Math.sin(seconds * 1.3);
        var y = 262 + 34 * Math.sin(seconds * 0.53) + 8 * Math.sin(seconds * 2.9);
        var flap = 1.2 + 4.2 * Math.abs(Math.sin(seconds * 8));
        canvas.fill(Shape.ellipse(x - flap * 0.6, y - 2, flap, 4), Paint.of(0xff9d2e));
        canvas.fill(Shape.ellipse(x + flap * 0.6, y - 2, flap, 4), Paint.of(0xffb347));
        canvas.fill(Shape.ellipse(x, y - 1, 0.8, 4), Paint.of(0x2b1d14));
    }
}
