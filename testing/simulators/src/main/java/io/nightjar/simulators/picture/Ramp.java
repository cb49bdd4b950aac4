// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.picture;

/** The transition of a two-colour paint, in pixels. */
final class Ramp {

    private final Paint paint;
    private final float perX;
    private final float perY;
    private final float start;

    Ramp(Paint paint, Window window) {
        this.paint = paint;
        var dx = (paint.x1() - paint.x0()) * window.scaleX();
        var dy = (paint.y1() - paint.y0()) * window.scaleY();
        var length = Math.max(1e-6, dx * dx + dy * dy);
        this.perX = (float) (dx / length);
        this.perY = (float) (dy / length);
        this.start = (float) -((window.x(paint.x0()) - 0.5) * dx / length + (window.y(paint.y0()) - 0.5) * dy / length);
    }

    float at(int x, int y) {
        return Math.max(0, Math.min(1, start + x * perX + y * perY));
    }

    int luma(float t) {
        return mix(paint.from().luma(), paint.to().luma(), t);
    }

    int blue(float t) {
        return mix(paint.from().blue(), paint.to().blue(), t);
    }

    int red(float t) {
        return mix(paint.from().red(), paint.to().red(), t);
    }

    float alpha(float t) {
        return (float) (paint.fromAlpha() + (paint.toAlpha() - paint.fromAlpha()) * t);
    }

    private static int mix(int from, int to, float t) {
        return Math.round(from + (to - from) * t);
    }
}
