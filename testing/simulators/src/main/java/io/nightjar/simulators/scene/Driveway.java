// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.simulators.picture.Canvas;
import io.nightjar.simulators.picture.Noise;
import io.nightjar.simulators.picture.Paint;
import io.nightjar.simulators.picture.Shape;

/** A driveway on a winter night: a street lamp, a neighbour's warm windows, passing cars and falling snow. */
final class Driveway implements Scene {

    private static final double STREET = 160;

    private static final int[] FAIRY_LIGHTS = {0xff5d5d, 0xffc14d, 0x5ab3ff, 0x6ee7a0, 0xff9ad5};

    @Override
    public void paintBackdrop(Canvas canvas) {
        sky(canvas);
        WinterHouse.paint(canvas);
        conifers(canvas);
        ground(canvas);
        parkedCar(canvas);
        lamp(canvas);
        smallTree(canvas);
    }

    private static void sky(Canvas canvas) {
        canvas.fill(Shape.box(0, 0, 640, 150), Paint.down(0x0b1430, 0, 0x34476b, 150));
        for (var i = 0; i < 46; i++) {
            var y = 18 + Noise.hash(i, 1, 5) * 70;
            var size = 0.5 + Noise.hash(i, 2, 5) * 0.5;
            canvas.fill(Shape.ellipse(Noise.hash(i, 3, 5) * 640, y, size, size), Paint.of(0xdfe8ff, 0.75 - y / 160));
        }
        canvas.glow(318, 52, 90, 80, 0x8fa8d8, 0.4);
        canvas.fill(Shape.ellipse(318, 52, 13, 13), Paint.between(0xfdf9ea, 312, 46, 0xd5dcea, 328, 62));
        canvas.fill(Shape.ellipse(314, 49, 3, 2.4), Paint.of(0xb9c2d4, 0.5));
        canvas.fill(Shape.ellipse(322, 56, 2.2, 2), Paint.of(0xb9c2d4, 0.5));
        for (var i = 0; i < 9; i++) {
            canvas.soft(60 + i * 66, 112 + Noise.hash(i, 4, 5) * 22, 90, 20, 0x4a5d84, 0.35);
        }
    }

    private static void conifers(Canvas canvas) {
        for (var i = 0; i < 30; i++) {
            var x = i * 22.5 + Noise.hash(i, 1, 7) * 14;
            if (x < 96 || x > 262) {
                conifer(canvas, x, 146, 26 + Noise.hash(i, 2, 7) * 22, 0x1c2b42, 0x15233a, 0.25);
            }
        }
        for (var i = 0; i < 7; i++) {
            var left = 6 + i * 15 + Noise.hash(i, 3, 7) * 8;
            var right = 498 + i * 26 + Noise.hash(i, 4, 7) * 10;
            conifer(canvas, left, 152, 58 + Noise.hash(i, 5, 7) * 30, 0x16243a, 0x0c1728, 0.5);
            conifer(canvas, right, 152, 62 + Noise.hash(i, 6, 7) * 44, 0x16243a, 0x0c1728, 0.5);
        }
    }

    private static void conifer(Canvas canvas, double x, double foot, double height, int lit, int dark, double snow) {
        for (var tier = 0; tier < 5; tier++) {
            var top = foot - height + tier * height * 0.17;
            var bottom = top + height * 0.3;
            var half = height * (0.09 + tier * 0.052);
            canvas.fill(
                    new Shape()
                            .move(x, top)
                            .curve(x + half * 0.35, bottom - height * 0.06, x + half, bottom)
                            .curve(x, bottom - height * 0.05, x - half, bottom)
                            .curve(x - half * 0.35, bottom - height * 0.06, x, top),
                    Paint.across(dark, x - half, lit, x + half));
            canvas.fill(
                    new Shape()
                            .move(x, top)
                            .curve(x + half * 0.3, bottom - height * 0.08, x + half * 0.9, bottom - 1)
                            .curve(x + half * 0.25, bottom - height * 0.13, x, top + height * 0.05),
                    Paint.of(0xa9bbdc, snow));
        }
    }

    private static void ground(Canvas canvas) {
        var snow = Shape.box(0, 146, 640, 214);
        canvas.fill(snow, Paint.down(0x5d7199, 146, 0x8b9cbd, 360));
        canvas.grain(snow, 34, 7, 9, 11);
        canvas.grain(snow, 5, 2, 4, 12);
        canvas.fill(Shape.box(0, 152, 640, 24), Paint.down(0x39445a, 152, 0x454f63, 176));
        canvas.grain(Shape.box(0, 152, 640, 24), 60, 1.6, 7, 13);
        canvas.fill(Shape.box(0, 150, 640, 2.4), Paint.of(0x8fa1c4, 0.8));
        var drive = new Shape()
                .move(262, 176)
                .line(332, 176)
                .curve(392, 250, 520, 360)
                .line(118, 360)
                .curve(222, 250, 262, 176);
        canvas.fill(drive, Paint.down(0x4b566c, 176, 0x59647a, 360));
        canvas.grain(drive, 14, 5, 8, 14);
        canvas.grain(drive, 2.5, 1.2, 4, 15);
        for (var side = -1; side <= 1; side += 2) {
            canvas.fill(
                    new Shape()
                            .move(297 + side * 13, 176)
                            .curve(300 + side * 34, 250, 316 + side * 92, 360)
                            .line(316 + side * 118, 360)
                            .curve(300 + side * 43, 250, 297 + side * 18, 176),
                    Paint.of(0x343e52, 0.6));
            bank(canvas, side);
        }
    }

    /** Snow that was shovelled aside, along one edge of the driveway. */
    private static void bank(Canvas canvas, int side) {
        for (var i = 0; i < 26; i++) {
            var t = i / 25.0;
            var near = t * t;
            var edge = side < 0 ? 262 - 144 * near - 18 * t : 332 + 188 * near + 14 * t;
            var y = 176 + 190 * (0.35 * t + 0.65 * near);
            var size = 6 + 26 * near + Noise.hash(i, side, 16) * 4;
            canvas.soft(edge + side * size * 0.4, y + size * 0.15, size * 1.6, size * 0.7, 0x93a5c8, 0.9);
            canvas.soft(edge + side * size * 0.4 + 2, y - size * 0.12, size * 1.2, size * 0.4, 0xbccbe6, 0.75);
        }
    }

    private static void parkedCar(Canvas canvas) {
        canvas.soft(500, 296, 92, 20, 0x1d2638, 0.85);
        canvas.fill(Shape.roundBox(436, 280, 20, 20, 5), Paint.of(0x0c0f15));
        canvas.fill(Shape.roundBox(544, 280, 20, 20, 5), Paint.of(0x0c0f15));
        canvas.fill(Shape.roundBox(430, 238, 140, 54, 14), Paint.down(0x4a2530, 238, 0x20121a, 292));
        canvas.fill(
                new Shape()
                        .move(446, 242)
                        .curve(452, 206, 470, 204)
                        .line(530, 204)
                        .curve(548, 206, 554, 242),
                Paint.down(0x3d2029, 204, 0x4a2530, 242));
        canvas.fill(
                new Shape()
                        .move(456, 240)
                        .curve(461, 214, 474, 212)
                        .line(526, 212)
                        .curve(539, 214, 544, 240),
                Paint.between(0x2a3a58, 456, 212, 0x0d131f, 544, 240));
        canvas.fill(
                new Shape()
                        .move(459, 208)
                        .curve(470, 194, 500, 195)
                        .curve(530, 194, 541, 208)
                        .curve(520, 213, 500, 210)
                        .curve(480, 213, 459, 208),
                Paint.down(0xd3def2, 195, 0x93a4c6, 212));
        canvas.fill(Shape.roundBox(434, 252, 20, 11, 4), Paint.of(0x8e1f2b));
        canvas.fill(Shape.roundBox(546, 252, 20, 11, 4), Paint.of(0x8e1f2b));
        canvas.fill(Shape.roundBox(480, 262, 40, 10, 2), Paint.of(0xb9c1cf));
        canvas.fill(Shape.roundBox(432, 280, 136, 10, 5), Paint.of(0x15181f));
        canvas.fill(Shape.roundBox(440, 236, 120, 5, 2.5), Paint.of(0xc2cfe8, 0.9));
    }

    private static void lamp(Canvas canvas) {
        var warm = Paint.down(0xffd9a0, 52, 0xff9c3d, 170).glowing();
        canvas.fill(Shape.polygon(388, 53, 400, 53, 470, 172, 312, 172), warm.fade(0.20, 0.02));
        canvas.fill(Shape.polygon(390, 53, 398, 53, 440, 172, 342, 172), warm.fade(0.18, 0.02));
        canvas.glow(394, 168, 150, 22, 0xffb765, 0.55);
        canvas.glow(380, 196, 170, 50, 0xffa85a, 0.22);
        canvas.glow(394, 53, 46, 42, 0xffc987, 0.7);
        canvas.fill(Shape.taper(420, 178, 4.5, 420, 58, 2.6), Paint.across(0x39455c, 418, 0x11171f, 423));
        canvas.fill(
                new Shape()
                        .move(419, 60)
                        .curve(420, 48, 398, 48)
                        .line(398, 50.5)
                        .curve(417, 51, 421.5, 61),
                Paint.of(0x1a222e));
        canvas.fill(Shape.polygon(386, 52, 400, 47, 402, 52), Paint.of(0x141a23));
        canvas.fill(Shape.ellipse(394, 53, 6, 2.4), Paint.of(0xfff6e0));
    }

    private static void smallTree(Canvas canvas) {
        canvas.soft(84, 322, 70, 16, 0x2e3b55, 0.6);
        conifer(canvas, 84, 322, 122, 0x24503f, 0x10281f, 0.6);
        canvas.glow(84, 280, 90, 80, 0xffb765, 0.12);
    }

    @Override
    public void paintLife(Canvas canvas, double seconds) {
        WinterHouse.smoke(canvas, seconds);
        cars(canvas, seconds);
        fairyLights(canvas, seconds);
        Snow.paint(canvas, seconds);
    }

    private static void cars(Canvas canvas, double seconds) {
        var first = (seconds % 13) / 13 * 1200 - 260;
        PassingCar.paint(canvas, 640 - first, STREET, -0.86, 0x2f5c94);
        var second = ((seconds + 6) % 17) / 17 * 1300 - 300;
        PassingCar.paint(canvas, second, STREET + 11, 1, 0xa8343c);
        canvas.fill(Shape.taper(420, 178, 4.5, 420, 130, 4), Paint.across(0x39455c, 418, 0x11171f, 423));
    }

    private static void fairyLights(Canvas canvas, double seconds) {
        for (var i = 0; i < 22; i++) {
            var t = (i + 0.6) / 22;
            var x = 84 + Math.sin(i * 2.4) * (4 + 27 * t);
            var y = 206 + 106 * t;
            var twinkle = 0.55 + 0.45 * Math.sin(seconds * (1.2 + i % 4 * 0.35) + i * 1.7);
            var colour = FAIRY_LIGHTS[i % FAIRY_LIGHTS.length];
            canvas.soft(x, y, 8, 8, colour, 0.6 * twinkle);
            canvas.fill(Shape.ellipse(x, y, 1.5, 1.5), Paint.of(colour, 0.5 + 0.5 * twinkle));
        }
        canvas.glow(84, 200, 12, 12, 0xfff0b0, 0.8);
        canvas.fill(Shape.ellipse(84, 200, 2.4, 2.4), Paint.of(0xfffbe6));
    }
}
