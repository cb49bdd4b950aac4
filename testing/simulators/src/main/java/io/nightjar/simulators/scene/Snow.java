// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.simulators.picture.Canvas;
import io.nightjar.simulators.picture.Noise;
import io.nightjar.simulators.picture.Paint;
import io.nightjar.simulators.picture.Shape;

/** Falling snow: near flakes are large and fast, far ones small and slow. */
final class Snow {

    private static final int FLAKES = 110;

    private Snow() {}

    static void paint(Canvas canvas, double seconds) {
        for (var i = 0; i < FLAKES; i++) {
            var near = Noise.hash(i, 1, 31);
            near = near * near;
            var fall = 26 + near * 70;
            var height = Noise.hash(i, 2, 31) * 380 + seconds * fall;
            var y = height % 380 - 10;
            var round = (int) (height / 380);
            var drift = Math.sin(seconds * (0.4 + near) + i) * (5 + 10 * near) - y * (0.12 + 0.1 * near);
            var x = Noise.hash(i, round, 32) * 740 + drift;
            var size = 0.7 + near * 1.5;
            if (near > 0.6) {
                canvas.soft(x, y, size * 2, size * 2, 0xeef4ff, 0.8);
            } else {
                canvas.fill(Shape.ellipse(x, y, size, size), Paint.of(0xdbe6fb, 0.55 + 0.35 * near));
            }
        }
    }
}
