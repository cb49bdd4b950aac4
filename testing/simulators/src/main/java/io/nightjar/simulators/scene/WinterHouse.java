// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.simulators.picture.Canvas;
import io.nightjar.simulators.picture.Noise;
import io.nightjar.simulators.picture.Paint;
import io.nightjar.simulators.picture.Shape;

/** The house across the street: snow on the roof, light in the windows, smoke from the chimney. */
final class WinterHouse {

    private WinterHouse() {}

    static void paint(Canvas canvas) {
        canvas.fill(Shape.box(120, 96, 122, 54), Paint.across(0x2c3548, 120, 0x414a5e, 242));
        for (var y = 101; y < 150; y += 5) {
            canvas.fill(Shape.box(120, y, 122, 0.8), Paint.of(0x1c2433, 0.6));
        }
        canvas.fill(Shape.box(208, 58, 11, 24), Paint.across(0x3b2c2c, 208, 0x5a4340, 219));
        canvas.fill(Shape.box(206.5, 55, 14, 4), Paint.of(0xc6d3ec));
        canvas.fill(Shape.polygon(108, 98, 134, 62, 230, 62, 254, 98), Paint.down(0xb4c4e2, 62, 0x7588ae, 98));
        canvas.grain(Shape.polygon(108, 98, 134, 62, 230, 62, 254, 98), 16, 8, 6, 21);
        canvas.fill(Shape.box(108, 97, 146, 2.6), Paint.of(0xd8e3f7));
        window(canvas, 134, 106, 22, 20);
        window(canvas, 206, 106, 22, 20);
        canvas.fill(Shape.box(172, 112, 18, 38), Paint.of(0x231a18));
        canvas.fill(Shape.box(174, 114, 14, 36), Paint.down(0x6b3a2c, 114, 0x4c281f, 150));
        canvas.glow(181, 106, 34, 30, 0xffc070, 0.55);
        canvas.fill(Shape.ellipse(181, 107, 1.8, 2.2), Paint.of(0xfff0cf));
        canvas.glow(145, 152, 34, 9, 0xffb14f, 0.5);
        canvas.glow(217, 152, 34, 9, 0xffb14f, 0.5);
    }

    private static void window(Canvas canvas, double x, double y, double width, double height) {
        canvas.glow(x + width / 2, y + height / 2, 34, 30, 0xffb14f, 0.4);
        canvas.fill(Shape.box(x - 1.5, y - 1.5, width + 3, height + 3), Paint.of(0x1a202c));
        canvas.fill(Shape.box(x, y, width, height), Paint.down(0xffe7ae, y, 0xffae4a, y + height));
        canvas.fill(Shape.polygon(x, y, x + 5, y, x + 2, y + height, x, y + height), Paint.of(0xc96f35, 0.7));
        canvas.fill(
                Shape.polygon(x + width - 5, y, x + width, y, x + width, y + height, x + width - 2, y + height),
                Paint.of(0xc96f35, 0.7));
        canvas.fill(Shape.box(x + width / 2 - 0.7, y, 1.4, height), Paint.of(0x3a2a20));
        canvas.fill(Shape.box(x, y + height * 0.45, width, 1.2), Paint.of(0x3a2a20));
        canvas.fill(Shape.box(x - 2.5, y + height + 1, width + 5, 2), Paint.of(0xcdd9ef));
    }

    static void smoke(Canvas canvas, double seconds) {
        for (var i = 0; i < 9; i++) {
            var age = (seconds * 0.16 + i / 9.0) % 1;
            var sway = Math.sin(seconds * 0.5 + i * 1.9) * 6 * age + Noise.hash(i, 1, 22) * 6 * age;
            var size = 4 + age * 20;
            canvas.soft(213 + age * 38 + sway, 52 - age * 40, size, size * 0.8, 0x8796b5, 0.42 * (1 - age));
        }
    }
}
