// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.simulators.picture.Canvas;

/** Makes a painted sea move: each row is a mixture of travelling waves, finer and calmer towards the horizon. */
final class Waves {

    private static final int TABLE = 1024;
    private static final int MASK = TABLE - 1;
    private static final int[] SINE = new int[TABLE];

    static {
        for (var i = 0; i < TABLE; i++) {
            SINE[i] = (int) Math.round(Math.sin(i * 2 * Math.PI / TABLE) * 256);
        }
    }

    private Waves() {}

    static void paint(Canvas canvas, double seconds) {
        var picture = canvas.picture();
        var luma = picture.bytes();
        var window = canvas.window();
        var unit = 1 / window.scaleY();
        var first = (int) (Harbour.HORIZON / unit - window.top()) + 1;
        for (var row = Math.max(0, first); row < picture.height(); row++) {
            var y = window.unitY(row) - Harbour.HORIZON;
            var far = 400 / (y + 8);
            var depth = Math.log(y + 8);
            var swing = Math.min(1, 0.16 + y / 90);
            // Table steps per pixel, in 16.16 fixed point: a wave is as long as its distance lets it look.
            var stepA = fixed(far * 0.0042 * unit);
            var stepB = -fixed(far * 0.0029 * unit);
            var stepC = fixed(far * 0.0117 * unit);
            var left = (window.unitX(0) - 320) / unit;
            var a = fixed(depth * 13 + seconds * 0.55 + 0.35 * Math.sin(depth * 29)) + (int) (long) (left * stepA);
            var b = fixed(depth * 19 + seconds * 0.43 + 0.4 * Math.sin(depth * 41 + 1)) + (int) (long) (left * stepB);
            var c = fixed(depth * 31 + seconds * 0.8 + 0.5 * Math.sin(depth * 53 + 2)) + (int) (long) (left * stepC);
            var strength = (int) (swing * 70);
            var at = row * picture.width();
            for (var column = 0; column < picture.width(); column++, at++) {
                var wave = SINE[(a >>> 16) & MASK] + SINE[(b >>> 16) & MASK] + (SINE[(c >>> 16) & MASK] >> 1);
                a += stepA;
                b += stepB;
                c += stepC;
                var below = luma[at] & 0xff;
                // Crests catch the sky: bright water changes more than dark water.
                var crest = wave > 300 ? (wave - 300) * 2 : 0;
                var value = below + ((((below * (wave + crest)) >> 10) * strength) >> 7);
                luma[at] = (byte) (value > 235 ? 235 : value < 16 ? 16 : value);
            }
        }
    }

    private static int fixed(double turns) {
        return (int) (long) (turns * TABLE * 65536);
    }
}
