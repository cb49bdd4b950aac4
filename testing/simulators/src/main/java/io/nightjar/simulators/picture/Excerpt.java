// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.picture;

import io.nightjar.media.I420;

/** Copies a part of a large picture, as it is or enlarged, which is much faster than to paint the part anew. */
public final class Excerpt {

    private static final int ONE = 1 << 8;
    private static final int ROUND = 1 << 15;

    private Excerpt() {}

    /**
     * Fills a picture with a part of another.
     *
     * @param whole what the other picture shows
     * @param part what this one shows; nothing outside of the other
     */
    public static void copy(I420 from, Window whole, I420 to, Window part) {
        var step = whole.scaleX() / part.scaleX();
        var left = part.left() * step - whole.left();
        var top = part.top() * step - whole.top();
        luma(from).copy(luma(to), step, left, top);
        chroma(from, from.uOffset()).copy(chroma(to, to.uOffset()), step, left / 2, top / 2);
        chroma(from, from.vOffset()).copy(chroma(to, to.vOffset()), step, left / 2, top / 2);
    }

    private static Plane luma(I420 picture) {
        return new Plane(picture.bytes(), 0, picture.width(), picture.height());
    }

    private static Plane chroma(I420 picture, int start) {
        return new Plane(picture.bytes(), start, picture.width() / 2, picture.height() / 2);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Plane(byte[] bytes, int start, int width, int height) {

        /** @param step from one pixel of the other to the next, in pixels of this one */
        void copy(Plane to, double step, double left, double top) {
            if (step == 1) {
                cut(to, (int) left, (int) top);
            } else {
                enlarge(to, step, left, top);
            }
        }

        private void cut(Plane to, int left, int top) {
            for (var row = 0; row < to.height; row++) {
                System.arraycopy(
                        bytes, start + (top + row) * width + left, to.bytes, to.start + row * to.width, to.width);
            }
        }

        /** Between four pixels each counts by how near it is: first along columns, then along the row; in fixed point. */
        private void enlarge(Plane to, double step, double left, double top) {
            var columns = new int[to.width];
            var parts = new int[to.width];
            for (var column = 0; column < to.width; column++) {
                var x = place(left + (column + 0.5) * step - 0.5, width);
                columns[column] = (int) x;
                parts[column] = (int) ((x - (int) x) * ONE);
            }
            var mixed = new int[width];
            for (var row = 0; row < to.height; row++) {
                var y = place(top + (row + 0.5) * step - 0.5, height);
                mixRows(mixed, columns[0], columns[to.width - 1] + 1, (int) y, (int) ((y - (int) y) * ONE));
                var target = to.start + row * to.width;
                for (var column = 0; column < to.width; column++) {
                    var pixel = columns[column];
                    var part = parts[column];
                    to.bytes[target + column] =
                            (byte) ((mixed[pixel] * (ONE - part) + mixed[pixel + 1] * part + ROUND) >> 16);
                }
            }
        }

        private void mixRows(int[] mixed, int first, int last, int row, int part) {
            var above = start + row * width;
            var below = above + width;
            for (var x = first; x <= last; x++) {
                mixed[x] = (bytes[above + x] & 0xff) * (ONE - part) + (bytes[below + x] & 0xff) * part;
            }
        }

        /** Always with a neighbour after it. */
        private static double place(double position, int size) {
            return Math.max(0, Math.min(size - 1.001, position));
        }
    }
}
