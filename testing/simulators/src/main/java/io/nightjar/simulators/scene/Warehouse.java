// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.simulators.picture.Canvas;
import io.nightjar.simulators.picture.Letters;
import io.nightjar.simulators.picture.Paint;
import io.nightjar.simulators.picture.Shape;

/** An aisle in a warehouse: racks full of boxes, a forklift that comes and goes, and a lamp that should be replaced. */
final class Warehouse implements Scene {

    private static final double BLINKING_LAMP = 7;

    @Override
    public void paintBackdrop(Canvas canvas) {
        canvas.fill(Shape.box(0, 0, 640, 360), Paint.down(0x12161c, 0, 0x20262e, 140));
        hall(canvas);
        floor(canvas);
        for (var z = 30.0; z >= 2; z -= 2) {
            Racks.paint(canvas, -1, z);
            Racks.paint(canvas, 1, z);
        }
        canvas.soft(330, 128, 120, 66, 0xaeb9c6, 0.3);
        signs(canvas);
    }

    private static void hall(Canvas canvas) {
        var end = Aisle.wall(-8, 8, 0, 7, 34);
        canvas.fill(end, Paint.down(0x39424d, 80, 0x59646f, 160));
        canvas.fill(Aisle.wall(-1.9, 1.9, 0, 3.6, 34), Paint.down(0xb9c6d3, 100, 0x8795a3, 150));
        for (var i = 0; i < 5; i++) {
            canvas.fill(Aisle.wall(-1.9, 1.9, 0.6 + i * 0.7, 0.66 + i * 0.7, 34), Paint.of(0x5d6975, 0.8));
        }
        for (var z = 30.0; z > 2; z -= 4) {
            canvas.fill(Aisle.wall(-9, 9, 6.9, 7.2, z), Paint.of(0x2d353f));
            for (var lamp = -1; lamp <= 1; lamp += 2) {
                if (lamp > 0 || Math.abs(z - BLINKING_LAMP - 3) > 2) {
                    lamp(canvas, lamp, z, 1);
                }
            }
        }
    }

    private static void lamp(Canvas canvas, int side, double z, double power) {
        var x = side * 1.15;
        var near = Aisle.scale(z);
        canvas.glow(Aisle.x(x, z), Aisle.y(6.6, z), near * 1.5, near * 0.8, 0xdcecff, 0.5 * power);
        canvas.fill(
                Shape.polygon(
                        Aisle.x(x - 0.22, z), Aisle.y(6.6, z),
                        Aisle.x(x + 0.22, z), Aisle.y(6.6, z),
                        Aisle.x(x + 0.22, z + 2), Aisle.y(6.6, z + 2),
                        Aisle.x(x - 0.22, z + 2), Aisle.y(6.6, z + 2)),
                Paint.of(0xf3f9ff, 0.25 + 0.75 * power));
    }

    private static void floor(Canvas canvas) {
        var floor = Aisle.ground(-12, 12, 1, 34);
        canvas.fill(floor, Paint.down(0x8b949e, 150, 0x4b525b, 360));
        canvas.grain(floor, 30, 8, 5, 61);
        canvas.grain(floor, 3, 1.5, 3, 62);
        canvas.fill(
                Aisle.ground(-0.9, 0.9, 1, 34),
                Paint.down(0xdfe8f0, 150, 0x707a85, 360).fade(0.45, 0.12));
        for (var z = 3.0; z < 30; z += 4) {
            for (var side = -1; side <= 1; side += 2) {
                var near = Aisle.scale(z + 1);
                canvas.glow(Aisle.x(side * 0.9, z + 1), Aisle.y(0, z + 1), near * 0.7, near * 0.34, 0xdcecff, 0.24);
            }
        }
        for (var side = -1; side <= 1; side += 2) {
            canvas.fill(
                    Aisle.ground(side * 1.62 - 0.06, side * 1.62 + 0.06, 1, 34),
                    Paint.down(0xd9b23a, 150, 0xe8b923, 360));
        }
        for (var stripe = -4; stripe < 5; stripe++) {
            canvas.fill(Aisle.ground(stripe * 0.36 - 0.09, stripe * 0.36 + 0.09, 6.2, 7), Paint.of(0xe9edf0, 0.55));
        }
    }

    private static void signs(Canvas canvas) {
        sign(canvas, -1, "A7");
        sign(canvas, 1, "A8");
    }

    private static void sign(Canvas canvas, int side, String text) {
        var x = Aisle.x(side * 2.2, 4.6) + side * 4;
        canvas.fill(Shape.roundBox(x - 15, 44, 30, 19, 2.5), Paint.down(0x2c6fc0, 44, 0x1d4f92, 63));
        canvas.fill(Letters.outline(text, x - 8.2, 48.5, 10, 1.7), Paint.of(0xf4f8fc));
    }

    @Override
    public void paintLife(Canvas canvas, double seconds) {
        blinkingLamp(canvas, seconds);
        Forklift.paint(canvas, seconds);
        dust(canvas, seconds);
    }

    private static void blinkingLamp(Canvas canvas, double seconds) {
        var beat = seconds % 5.3;
        var power = beat < 0.14 || (beat > 0.3 && beat < 0.4) || (beat > 2.6 && beat < 2.72) ? 0.12 : 1;
        lamp(canvas, -1, 10, power);
        var near = Aisle.scale(11);
        canvas.glow(Aisle.x(-0.9, 11), Aisle.y(0, 11), near * 1.1, near * 0.4, 0xdcecff, 0.25 * power);
    }

    private static void dust(Canvas canvas, double seconds) {
        for (var i = 0; i < 14; i++) {
            var x = 180 + i * 27 % 300 + Math.sin(seconds * 0.3 + i) * 18;
            var y = 40 + (i * 53 + seconds * (2 + i % 3)) % 150;
            canvas.soft(x, y, 1.8, 1.8, 0xf0f6ff, 0.3 + 0.2 * Math.sin(seconds + i));
        }
    }
}
