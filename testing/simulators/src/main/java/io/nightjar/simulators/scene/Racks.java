// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.simulators.picture.Canvas;
import io.nightjar.simulators.picture.Colour;
import io.nightjar.simulators.picture.Noise;
import io.nightjar.simulators.picture.Paint;

/** One bay of a rack: uprights, beams, and boxes of all kinds on four levels. */
final class Racks {

    private static final int[] GOODS = {
        0xb98a58, 0xa97a4a, 0xc79a68, 0x9c6f43, 0x5f86a8, 0x7c8a92, 0xb7483c, 0x4f8a6a, 0xd8d3c6
    };
    private static final Colour HAZE = Colour.of(0x8793a0);
    private static final double FACE = 2.15;
    private static final double DEPTH = 2;
    private static final double LEVEL = 1.55;
    private static final int LEVELS = 4;

    private Racks() {}

    static void paint(Canvas canvas, int side, double z) {
        var bay = ((int) z) * 2 + (side > 0 ? 1 : 0);
        for (var level = 0; level < LEVELS; level++) {
            var floor = 0.12 + level * LEVEL;
            canvas.fill(Aisle.side(side * (FACE + 0.8), floor, floor + LEVEL, z, z + DEPTH), tint(0x161b21, z, 0));
            canvas.fill(
                    Aisle.wall(edge(side, 0.05), edge(side, 1.2), floor, floor + LEVEL, z + DEPTH),
                    tint(0x1b2128, z, 0));
            goods(canvas, side, z, level, bay);
        }
        for (var level = 0; level <= LEVELS; level++) {
            var height = 0.04 + level * LEVEL;
            canvas.fill(Aisle.side(side * FACE, height - 0.12, height + 0.04, z, z + DEPTH), tint(0xe0762a, z, 0));
            canvas.fill(Aisle.side(side * FACE, height - 0.02, height + 0.04, z, z + DEPTH), tint(0xffa25a, z, 0));
        }
        canvas.fill(Aisle.side(side * FACE, 0, 6.5, z, z + 0.16), tint(0x2f5f9f, z, 0));
        canvas.fill(Aisle.wall(edge(side, 0), edge(side, 0.14), 0, 6.5, z), tint(0x234a80, z, 0));
        canvas.fill(Aisle.wall(edge(side, 1.1), edge(side, 1.22), 0, 6.5, z), tint(0x1b3a66, z, 0));
    }

    private static double edge(int side, double metres) {
        return side * (FACE + metres);
    }

    private static void goods(Canvas canvas, int side, double z, int level, int bay) {
        var floor = 0.12 + level * LEVEL;
        for (var i = 1; i >= 0; i--) {
            var seed = bay * 31 + level * 7 + i;
            var kind = Noise.hash(seed, 1, 63);
            if (kind < 0.1) {
                continue;
            }
            var near = z + 0.22 + i * 0.9;
            var far = near + 0.72 + kind * 0.1;
            var height = 0.62 + Noise.hash(seed, 2, 63) * 0.68;
            var colour = GOODS[(int) (Noise.hash(seed, 3, 63) * GOODS.length)];
            var face = FACE + 0.05 + Noise.hash(seed, 4, 63) * 0.12;
            var inner = side * face;
            var outer = side * (face + 0.85);
            canvas.fill(Aisle.wall(inner, outer, floor, floor + 0.12, near), tint(0x6d5234, z, 0));
            canvas.fill(Aisle.wall(inner, outer, floor + 0.12, floor + height, near), tint(colour, z, -0.22));
            canvas.fill(Aisle.side(inner, floor, floor + 0.12, near, far), tint(0x8a6a45, z, 0));
            canvas.fill(Aisle.side(inner, floor + 0.12, floor + height, near, far), tint(colour, z, 0.06));
            var seam = (near + far) / 2;
            canvas.fill(
                    Aisle.side(inner, floor + 0.12, floor + height, seam - 0.02, seam + 0.02), tint(colour, z, -0.3));
            if (height > 1) {
                canvas.fill(Aisle.side(inner, floor + 0.6, floor + 0.63, near, far), tint(colour, z, -0.3));
            }
            canvas.fill(
                    Aisle.side(inner, floor + height * 0.5, floor + height * 0.5 + 0.16, near + 0.1, near + 0.3),
                    tint(0xf2f0ea, z, 0));
        }
    }

    /** The colour of a thing at a distance: far things are hazy; shade is negative for less light. */
    private static Paint tint(int rgb, double z, double shade) {
        var lit = Colour.of(rgb).towards(Colour.of(shade < 0 ? 0x05070a : 0xffffff), Math.abs(shade));
        return Paint.of(lit.towards(HAZE, Math.min(0.62, z / 46)), 1);
    }
}
