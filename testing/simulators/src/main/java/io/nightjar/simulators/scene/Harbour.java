// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.simulators.picture.Canvas;
import io.nightjar.simulators.picture.Noise;
import io.nightjar.simulators.picture.Paint;
import io.nightjar.simulators.picture.Shape;

/** A harbour at dusk: waves, a lighthouse that sweeps its beam, a boat on its way home and gulls. */
final class Harbour implements Scene {

    static final double HORIZON = 188;
    private static final double LANTERN_X = 541;
    private static final double LANTERN_Y = 78;

    @Override
    public void paintBackdrop(Canvas canvas) {
        sky(canvas);
        sea(canvas);
        headland(canvas);
        lighthouse(canvas);
    }

    private static void sky(Canvas canvas) {
        canvas.fill(Shape.box(0, 0, 640, 96), Paint.down(0x1a2350, 0, 0x6a4f86, 96));
        canvas.fill(Shape.box(0, 96, 640, 54), Paint.down(0x6a4f86, 96, 0xd9745f, 150));
        canvas.fill(Shape.box(0, 150, 640, 40), Paint.down(0xd9745f, 150, 0xf9bf73, 190));
        canvas.soft(232, 186, 220, 92, 0xffd58a, 0.55);
        canvas.soft(232, 188, 90, 44, 0xfff0bd, 0.8);
        for (var i = 0; i < 40; i++) {
            var y = 20 + Noise.hash(i, 1, 71) * 66;
            canvas.fill(Shape.ellipse(Noise.hash(i, 2, 71) * 640, y, 0.8, 0.8), Paint.of(0xf3efff, 0.75 - y / 120));
        }
        for (var i = 0; i < 16; i++) {
            var x = Noise.hash(i, 3, 71) * 640;
            var y = 100 + Noise.hash(i, 4, 71) * 62;
            var length = 60 + Noise.hash(i, 5, 71) * 90;
            canvas.soft(x, y, length, 4 + Noise.hash(i, 6, 71) * 4, 0x51406f, 0.45);
            canvas.soft(x + 6, y + 4, length * 0.9, 3, 0xffb27a, 0.5);
        }
        ridge(canvas, 178, 30, 120, 0x8e5f7c, 0xb87474, 72);
        ridge(canvas, 184, 18, 60, 0x573f66, 0x7a5168, 73);
    }

    private static void ridge(Canvas canvas, double y, double rise, double length, int upper, int lower, int seed) {
        var shape = new Shape().move(-10, HORIZON + 1);
        for (var x = -10; x <= 650; x += 8) {
            var away = Math.min(1, Math.abs(x - 250) / 260.0);
            shape.line(x, y + 6 - rise * away * (Noise.at(x / length, 0, seed) + 0.3 * Noise.at(x / 17.0, 1, seed)));
        }
        canvas.fill(shape.line(650, HORIZON + 1), Paint.down(upper, y - rise, lower, HORIZON));
    }

    private static void sea(Canvas canvas) {
        canvas.fill(Shape.box(0, HORIZON, 640, 60), Paint.down(0xe39a72, HORIZON, 0x6f5277, 248));
        canvas.fill(Shape.box(0, 248, 640, 112), Paint.down(0x6f5277, 248, 0x1b2547, 360));
        for (var i = 0; i < 14; i++) {
            var y = HORIZON + 4 + i * i * 0.85;
            canvas.soft(232, y, 46 - i * 1.2 + i * i * 0.25, 6 + i, 0xffdf9f, 0.42 - i * 0.022);
        }
    }

    private static void headland(Canvas canvas) {
        canvas.fill(
                new Shape()
                        .move(438, 201)
                        .curve(462, 192, 474, 180)
                        .curve(498, 162, 520, 163)
                        .curve(568, 156, 596, 168)
                        .curve(626, 172, 652, 164)
                        .line(652, 214)
                        .curve(560, 206, 438, 201),
                Paint.down(0x4b3c52, 158, 0x201c31, 206));
        for (var i = 0; i < 26; i++) {
            var x = 452 + i * 8;
            var size = 3 + Noise.hash(i, 1, 74) * 6;
            var y = 200 + i * 0.4 - Noise.hash(i, 2, 74) * 5;
            canvas.fill(Shape.ellipse(x, y, size * 1.4, size * 0.8), Paint.of(i % 3 == 0 ? 0x5a4757 : 0x2b2439));
        }
        canvas.fill(Shape.box(566, 148, 34, 20), Paint.across(0xa9827f, 566, 0x6d5668, 600));
        canvas.fill(Shape.polygon(562, 149, 571, 137, 595, 137, 604, 149), Paint.of(0x5c2f3d));
        canvas.fill(Shape.box(572, 153, 6, 7), Paint.of(0xffcf7d));
        canvas.fill(Shape.box(588, 153, 6, 7), Paint.of(0xffcf7d));
        canvas.glow(583, 157, 22, 14, 0xffb45e, 0.4);
    }

    private static void lighthouse(Canvas canvas) {
        for (var band = 0; band < 5; band++) {
            var upper = 88 + band * 15.2;
            var lower = upper + 15.2;
            var red = band % 2 == 0;
            canvas.fill(
                    Shape.polygon(
                            LANTERN_X - radius(upper),
                            upper,
                            LANTERN_X + radius(upper),
                            upper,
                            LANTERN_X + radius(lower),
                            lower,
                            LANTERN_X - radius(lower),
                            lower),
                    Paint.across(red ? 0xd0483f : 0xf6e3d2, LANTERN_X - 12, red ? 0x5f2233 : 0x7d6b86, LANTERN_X + 12));
        }
        canvas.fill(Shape.box(LANTERN_X - 10, 85.5, 20, 3), Paint.of(0x2a2436));
        canvas.fill(
                Shape.box(LANTERN_X - 6, 71, 12, 15), Paint.across(0xffe9b0, LANTERN_X - 6, 0xd9a865, LANTERN_X + 6));
        canvas.fill(Shape.box(LANTERN_X - 0.6, 71, 1.2, 15), Paint.of(0x3a3044));
        canvas.fill(Shape.polygon(LANTERN_X - 8, 71.5, LANTERN_X, 61, LANTERN_X + 8, 71.5), Paint.of(0x8c2f36));
        canvas.fill(Shape.box(LANTERN_X - 0.7, 56, 1.4, 6), Paint.of(0x2a2436));
    }

    private static double radius(double y) {
        return 7.5 + (y - 88) * 0.066;
    }

    @Override
    public void paintLife(Canvas canvas, double seconds) {
        Boat.reflect(canvas, seconds);
        Waves.paint(canvas, seconds);
        beam(canvas, seconds);
        Boat.paint(canvas, seconds);
        buoy(canvas, seconds);
        for (var i = 0; i < 3; i++) {
            var x = 860 - (seconds * 26 + i * 37 + 300) % 980;
            var y = 112 + i * 13 + Math.sin(seconds * 0.6 + i) * 8;
            Gull.paint(canvas, x, y, 0.8 + i * 0.14, seconds * (6 + i) + i * 2);
        }
        Pier.paint(canvas, seconds);
    }

    private static void beam(Canvas canvas, double seconds) {
        var angle = seconds * 1.05;
        for (var half = 0; half < 2; half++) {
            var turned = angle + half * Math.PI;
            var reach = Math.cos(turned);
            var towards = Math.sin(turned);
            if (towards < -0.25) {
                continue;
            }
            var end = LANTERN_X + reach * 620;
            var spread = 12 + 36 * Math.abs(towards) + 22 * Math.abs(reach);
            var drop = 34 * Math.max(0, towards);
            var light = Paint.across(0xfff0c4, LANTERN_X, 0xffd9a0, end).glowing();
            canvas.fill(
                    Shape.polygon(
                            LANTERN_X,
                            LANTERN_Y - 2,
                            end,
                            LANTERN_Y - spread + drop,
                            end,
                            LANTERN_Y + spread + drop,
                            LANTERN_X,
                            LANTERN_Y + 2),
                    light.fade(0.42, 0));
            canvas.fill(
                    Shape.polygon(
                            LANTERN_X,
                            LANTERN_Y - 2,
                            end,
                            LANTERN_Y - spread / 2 + drop,
                            end,
                            LANTERN_Y + spread / 2 + drop,
                            LANTERN_X,
                            LANTERN_Y + 2),
                    light.fade(0.3, 0));
        }
        var flash = Math.pow(Math.abs(Math.sin(angle)), 14);
        canvas.glow(LANTERN_X, LANTERN_Y, 26 + 60 * flash, 24 + 50 * flash, 0xffeec0, 0.75);
        canvas.fill(Shape.ellipse(LANTERN_X, LANTERN_Y, 3.4, 4), Paint.of(0xfffdf0));
    }

    private static void buoy(Canvas canvas, double seconds) {
        var x = 396;
        var y = 262 + Math.sin(seconds * 1.4) * 2.2;
        var lean = Math.sin(seconds * 1.1) * 3;
        canvas.soft(x, y + 4, 24, 4, 0x1a1730, 0.6);
        canvas.fill(
                Shape.polygon(x - 8, y, x + 8, y, x + 3 + lean, y - 18, x - 3 + lean, y - 18),
                Paint.across(0xd8463c, x - 8, 0x5e1f2e, x + 8));
        canvas.fill(Shape.ellipse(x, y + 0.5, 10, 3.4), Paint.of(0x3a1a2a));
        if (seconds % 2.4 < 0.5) {
            canvas.glow(x + lean, y - 20, 22, 20, 0xff4136, 0.9);
            canvas.glow(x, y + 14, 16, 12, 0xff4136, 0.35);
            canvas.fill(Shape.ellipse(x + lean, y - 20, 2.2, 2.2), Paint.of(0xffe1d6));
        }
    }
}
