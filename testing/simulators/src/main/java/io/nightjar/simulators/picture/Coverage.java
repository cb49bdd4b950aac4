// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.picture;

import java.util.Arrays;

/** How much of each pixel an outline covers: signed areas are summed along the rows, so edges are smooth at any size. */
final class Coverage {

    private final int pictureWidth;
    private final int pictureHeight;
    private float[] cells = new float[4096];

    int left;
    int top;
    int width;
    int height;

    Coverage(int pictureWidth, int pictureHeight) {
        this.pictureWidth = pictureWidth;
        this.pictureHeight = pictureHeight;
    }

    /** Computes the coverage of a shape; false if nothing of it is in the picture. The box has even sides and corners. */
    boolean compute(Shape shape, Window window) {
        var x0 = Double.MAX_VALUE;
        var y0 = Double.MAX_VALUE;
        var x1 = -Double.MAX_VALUE;
        var y1 = -Double.MAX_VALUE;
        for (var i = 0; i < shape.count(); i++) {
            x0 = Math.min(x0, shape.x(i));
            x1 = Math.max(x1, shape.x(i));
            y0 = Math.min(y0, shape.y(i));
            y1 = Math.max(y1, shape.y(i));
        }
        left = Math.max(0, (int) Math.floor(window.x(x0))) & ~1;
        top = Math.max(0, (int) Math.floor(window.y(y0))) & ~1;
        width = Math.min(pictureWidth, ((int) Math.ceil(window.x(x1)) + 1) & ~1) - left;
        height = Math.min(pictureHeight, ((int) Math.ceil(window.y(y1)) + 1) & ~1) - top;
        if (width <= 0 || height <= 0) {
            return false;
        }
        clear();
        edges(shape, window);
        sum();
        return true;
    }

    /** 0 to 1 for a pixel of the box, row by row. */
    float at(int index) {
        return cells[index];
    }

    private void clear() {
        var size = width * height + 2;
        if (cells.length < size) {
            cells = new float[size * 2];
        } else {
            Arrays.fill(cells, 0, size, 0);
        }
    }

    private void edges(Shape shape, Window window) {
        var first = 0;
        for (var i = 0; i < shape.count(); i++) {
            if (shape.start(i)) {
                first = i;
            }
            var next = i + 1 < shape.count() && !shape.start(i + 1) ? i + 1 : first;
            edge(
                    window.x(shape.x(i)) - left,
                    window.y(shape.y(i)) - top,
                    window.x(shape.x(next)) - left,
                    window.y(shape.y(next)) - top);
        }
    }

    private void edge(double x0, double y0, double x1, double y1) {
        if (y0 == y1) {
            return;
        }
        var direction = y0 < y1 ? 1 : -1;
        var upperX = direction > 0 ? x0 : x1;
        var upperY = direction > 0 ? y0 : y1;
        var lowerY = direction > 0 ? y1 : y0;
        var slope = (x1 - x0) / (y1 - y0);
        var from = Math.max(0, (int) Math.floor(upperY));
        var to = Math.min(height, (int) Math.ceil(lowerY));
        for (var row = from; row < to; row++) {
            var start = Math.max(upperY, row);
            var end = Math.min(lowerY, row + 1);
            if (end > start) {
                var startX = upperX + (start - upperY) * slope;
                var endX = upperX + (end - upperY) * slope;
                cutPart(row, Math.min(startX, endX), Math.max(startX, endX), (end - start) * direction);
            }
        }
    }

    /** What is left of the box covers all of its row, what is right of it nothing. */
    private void cutPart(int row, double xa, double xb, double rise) {
        var outside = xa < 0 ? Math.min(1, -xa / Math.max(1e-9, xb - xa)) : 0;
        if (outside > 0) {
            put(row * width, 0, (float) (rise * outside));
        }
        var left = Math.max(0, xa);
        var right = Math.min(width, xb);
        if (outside < 1 && left < width) {
            var inside = xb > right ? (right - left) / (xb - left) : 1;
            rowPart(row, left, right, (float) (rise * (1 - outside) * inside));
        }
    }

    /** One edge crosses one row between two columns: spreads its area over the columns it touches. */
    private void rowPart(int row, double xa, double xb, float rise) {
        var first = (int) xa;
        if (first >= width) {
            return;
        }
        var base = row * width;
        var last = (int) Math.ceil(xb);
        if (last <= first + 1) {
            var middle = (float) ((xa + xb) / 2 - first);
            put(base, first, rise * (1 - middle));
            put(base, first + 1, rise * middle);
            return;
        }
        var perColumn = (float) (1 / (xb - xa));
        var before = 0f;
        for (var column = first; column < last; column++) {
            var reach = (float) (Math.min(column + 1, xb) - Math.max(column, xa));
            var entered = (float) (column + 1 - Math.max(column, xa));
            var passed = (float) (column + 1 - Math.min(column + 1, xb));
            var area = rise * perColumn * reach * (entered + passed) / 2;
            put(base, column, area + before);
            before = rise * perColumn * reach - area;
        }
        put(base, last, before);
    }

    private void put(int base, int column, float value) {
        if (column < width) {
            cells[base + column] += value;
        }
    }

    private void sum() {
        for (var row = 0; row < height; row++) {
            var total = 0f;
            var end = (row + 1) * width;
            for (var i = row * width; i < end; i++) {
                total += cells[i];
                cells[i] = Math.min(1f, Math.abs(total));
            }
        }
    }
}
