// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.simulators.picture.Canvas;
import io.nightjar.simulators.picture.Colour;
import io.nightjar.simulators.picture.Noise;
import io.nightjar.simulators.picture.Paint;
import io.nightjar.simulators.picture.Shape;

/** An old tree whose crown sways in the wind, and its shadow on the lawn. */
final class GardenTree {

    private static final Colour DEEP = Colour.of(0x1f4a22);
    private static final Colour MIDDLE = Colour.of(0x3c7a2c);
    private static final Colour SUNLIT = Colour.of(0x8fbf45);
    private static final int CLUMPS = 84;

    private GardenTree() {}

    static void paint(Canvas canvas, double seconds) {
        shadow(canvas, seconds);
        canvas.fill(
                new Shape()
                        .move(498, 282)
                        .curve(514, 262, 515, 214)
                        .line(508, 130)
                        .line(540, 130)
                        .curve(537, 190, 540, 222)
                        .curve(542, 264, 562, 284)
                        .curve(532, 276, 498, 282),
                Paint.across(0x8a6a49, 506, 0x42301f, 548));
        branch(canvas, 520, 170, 470, 118, 10);
        branch(canvas, 532, 160, 588, 104, 11);
        crown(canvas, seconds);
    }

    private static void branch(Canvas canvas, double x0, double y0, double x1, double y1, double thickness) {
        canvas.fill(Shape.taper(x0, y0, thickness, x1, y1, thickness * 0.4), Paint.of(0x57412b));
    }

    private static void shadow(Canvas canvas, double seconds) {
        for (var i = 0; i < 16; i++) {
            var x = 560 + (Noise.hash(i, 1, 51) - 0.5) * 190 + Math.sin(seconds * 0.9 + i) * 3;
            var y = 296 + (Noise.hash(i, 2, 51) - 0.5) * 40;
            canvas.soft(x, y, 44, 12, 0x1e4416, 0.4);
        }
    }

    private static void crown(Canvas canvas, double seconds) {
        for (var i = 0; i < CLUMPS; i++) {
            var layer = (double) i / CLUMPS;
            var angle = Noise.hash(i, 1, 52) * 2 * Math.PI;
            var far = Math.sqrt(Noise.hash(i, 2, 52)) * (1 - 0.25 * layer);
            var lift = Noise.hash(i, 3, 52);
            var wind = Math.sin(seconds * 0.9 + i * 0.35) * 2.4 + Math.sin(seconds * 2.1 + i * 1.3) * 1.2;
            var x = 528 + Math.cos(angle) * far * 104 - 8 * layer + wind * (1.2 - (Math.sin(angle) * far));
            var y = 96 + Math.sin(angle) * far * 66 - 10 * layer + wind * 0.3;
            var size = 29 - 15 * layer + lift * 6;
            var light = Math.max(
                    0, Math.min(1, 0.35 + 0.65 * layer - Math.cos(angle) * far * 0.35 - Math.sin(angle) * far * 0.4));
            var colour = light < 0.5 ? DEEP.towards(MIDDLE, light * 2) : MIDDLE.towards(SUNLIT, light * 2 - 1);
            canvas.fill(clump(x, y, size, i), Paint.of(colour, 0.8));
        }
    }

    /** A tuft of leaves: a disc with a lobed edge. */
    private static Shape clump(double x, double y, double size, int seed) {
        var shape = new Shape();
        for (var i = 0; i < 22; i++) {
            var angle = i * 2 * Math.PI / 22;
            var radius = size * (0.74 + 0.26 * Noise.hash(i, seed, 53));
            if (i == 0) {
                shape.move(x + radius, y);
            } else {
                shape.line(x + Math.cos(angle) * radius, y + Math.sin(angle) * radius * 0.82);
            }
        }
        return shape;
    }
}
