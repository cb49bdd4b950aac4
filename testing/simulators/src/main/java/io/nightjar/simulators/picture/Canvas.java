// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.picture;

import io.nightjar.media.I420;

/** Paints a scene, or a part of one, in its units: 640 wide and 360 high, whatever the size of the picture. */
public final class Canvas {

    public static final double WIDTH = 640;
    public static final double HEIGHT = 360;

    /** What one step in luma is worth: less cannot be seen and is not drawn. */
    private static final float INVISIBLE = 1 / 256f;

    private final I420 picture;
    private final Coverage coverage;
    private Window window;

    public Canvas(I420 picture, Window window) {
        this.picture = picture;
        this.window = window;
        this.coverage = new Coverage(picture.width(), picture.height());
    }

    public I420 picture() {
        return picture;
    }

    /** What part of the scene it shows. */
    public Window window() {
        return window;
    }

    /** Shows another part from now on; what is painted already stays. */
    public void look(Window part) {
        window = part;
    }

    public void fill(Shape shape, Paint paint) {
        if (!coverage.compute(shape, window)) {
            return;
        }
        if (paint.plain()) {
            fillPlain(paint.from(), (float) paint.fromAlpha(), paint.light());
        } else {
            fillGradient(paint);
        }
    }

    private void fillPlain(Colour colour, float alpha, boolean light) {
        var bytes = picture.bytes();
        for (var row = 0; row < coverage.height; row++) {
            var at = (coverage.top + row) * picture.width() + coverage.left;
            var cell = row * coverage.width;
            for (var column = 0; column < coverage.width; column++, at++, cell++) {
                var part = coverage.at(cell) * alpha;
                if (part >= INVISIBLE) {
                    bytes[at] = Blend.luma(bytes[at], colour.luma(), part, light);
                }
            }
        }
        var stride = picture.width() / 2;
        for (var row = 0; row < coverage.height; row += 2) {
            var at = (coverage.top + row) / 2 * stride + coverage.left / 2;
            for (var column = 0; column < coverage.width; column += 2, at++) {
                var part = quad(row, column) * alpha;
                if (part >= INVISIBLE) {
                    bytes[picture.uOffset() + at] =
                            Blend.chroma(bytes[picture.uOffset() + at], colour.blue(), part, light);
                    bytes[picture.vOffset() + at] =
                            Blend.chroma(bytes[picture.vOffset() + at], colour.red(), part, light);
                }
            }
        }
    }

    private void fillGradient(Paint paint) {
        var ramp = new Ramp(paint, window);
        var bytes = picture.bytes();
        for (var row = 0; row < coverage.height; row++) {
            var at = (coverage.top + row) * picture.width() + coverage.left;
            var cell = row * coverage.width;
            for (var column = 0; column < coverage.width; column++, at++, cell++) {
                var covered = coverage.at(cell);
                if (covered >= INVISIBLE) {
                    var t = ramp.at(coverage.left + column, coverage.top + row);
                    bytes[at] = Blend.luma(bytes[at], ramp.luma(t), covered * ramp.alpha(t), paint.light());
                }
            }
        }
        var stride = picture.width() / 2;
        for (var row = 0; row < coverage.height; row += 2) {
            var at = (coverage.top + row) / 2 * stride + coverage.left / 2;
            for (var column = 0; column < coverage.width; column += 2, at++) {
                var covered = quad(row, column);
                if (covered >= INVISIBLE) {
                    var t = ramp.at(coverage.left + column, coverage.top + row);
                    var part = covered * ramp.alpha(t);
                    bytes[picture.uOffset() + at] =
                            Blend.chroma(bytes[picture.uOffset() + at], ramp.blue(t), part, paint.light());
                    bytes[picture.vOffset() + at] =
                            Blend.chroma(bytes[picture.vOffset() + at], ramp.red(t), part, paint.light());
                }
            }
        }
    }

    private float quad(int row, int column) {
        var cell = row * coverage.width + column;
        var below = cell + coverage.width;
        return (coverage.at(cell) + coverage.at(cell + 1) + coverage.at(below) + coverage.at(below + 1)) / 4;
    }

    /** A disc without an edge, strongest in the middle: a cloud, a shadow. */
    public void soft(double x, double y, double radiusX, double radiusY, int rgb, double alpha) {
        disc(x, y, radiusX, radiusY, Colour.of(rgb), (float) alpha, false);
    }

    /** Light without an edge, strongest in the middle: a lamp, its shine on the ground. */
    public void glow(double x, double y, double radiusX, double radiusY, int rgb, double strength) {
        disc(x, y, radiusX, radiusY, Colour.of(rgb), (float) strength, true);
    }

    private void disc(double x, double y, double rx, double ry, Colour colour, float alpha, boolean light) {
        var left = Math.max(0, (int) window.x(x - rx)) & ~1;
        var top = Math.max(0, (int) window.y(y - ry)) & ~1;
        var right = Math.min(picture.width(), ((int) window.x(x + rx) + 2) & ~1);
        var bottom = Math.min(picture.height(), ((int) window.y(y + ry) + 2) & ~1);
        var perX = (float) (1 / (rx * window.scaleX()));
        var perY = (float) (1 / (ry * window.scaleY()));
        var middleX = (float) (window.x(x) - 0.5);
        var middleY = (float) (window.y(y) - 0.5);
        var stride = picture.width() / 2;
        var bytes = picture.bytes();
        for (var row = top; row < bottom; row++) {
            var dy = (row - middleY) * perY;
            var rest = 1 - dy * dy;
            if (rest <= 0) {
                continue;
            }
            var chromaRow = (row & 1) == 0;
            var reach = (float) Math.sqrt(rest) / perX;
            var last = Math.min(right, (int) (middleX + reach) + 1);
            for (var column = Math.max(left, (int) (middleX - reach)); column < last; column++) {
                var dx = (column - middleX) * perX;
                var near = Math.max(0, rest - dx * dx);
                var part = near * near * alpha;
                var at = row * picture.width() + column;
                bytes[at] = Blend.luma(bytes[at], colour.luma(), part, light);
                if (chromaRow && (column & 1) == 0) {
                    var half = row / 2 * stride + column / 2;
                    bytes[picture.uOffset() + half] =
                            Blend.chroma(bytes[picture.uOffset() + half], colour.blue(), part, light);
                    bytes[picture.vOffset() + half] =
                            Blend.chroma(bytes[picture.vOffset() + half], colour.red(), part, light);
                }
            }
        }
    }

    /** Roughens what is below a shape, so that a surface looks like snow, grass or concrete. Sizes are those of a grain. */
    public void grain(Shape shape, double sizeX, double sizeY, double strength, int seed) {
        if (!coverage.compute(shape, window)) {
            return;
        }
        var bytes = picture.bytes();
        for (var row = 0; row < coverage.height; row++) {
            for (var column = 0; column < coverage.width; column++) {
                var at = (coverage.top + row) * picture.width() + coverage.left + column;
                var noise = Noise.at(
                        window.unitX(coverage.left + column) / sizeX, window.unitY(coverage.top + row) / sizeY, seed);
                var change = (noise - 0.5) * 2 * strength * coverage.at(row * coverage.width + column);
                bytes[at] = Blend.limit((bytes[at] & 0xff) + (int) Math.round(change));
            }
        }
    }
}
