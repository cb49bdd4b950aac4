// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators;

import java.util.stream.IntStream;

/** How one grey picture became another: by which way its content moved. The first rows hold strip and label and are left out. */
public final class Likeness {

    /** Below the clock strip and the label. */
    private static final double FIRST_ROW = 0.14;

    private Likeness() {}

    /** A picture of brightness, row by row. */
    public record Grey(int width, int height, int[] pixels) {

        public static Grey of(byte[] luma, int width, int height) {
            return new Grey(
                    width,
                    height,
                    IntStream.range(0, width * height).map(i -> luma[i] & 0xff).toArray());
        }

        public int at(int x, int y) {
            return pixels[y * width + x];
        }

        int firstRow() {
            return (int) (height * FIRST_ROW);
        }

        double[] columns() {
            return IntStream.range(0, width)
                    .mapToDouble(x -> IntStream.range(firstRow(), height)
                            .map(y -> at(x, y))
                            .average()
                            .orElseThrow())
                    .toArray();
        }

        double[] rows() {
            return IntStream.range(firstRow(), height)
                    .mapToDouble(y -> IntStream.range(0, width)
                            .map(x -> at(x, y))
                            .average()
                            .orElseThrow())
                    .toArray();
        }
    }

    /** By how many pixels the content moved to the right. */
    public static int movedRight(Grey before, Grey after) {
        return moved(before.columns(), after.columns());
    }

    /** By how many pixels the content moved down. */
    public static int movedDown(Grey before, Grey after) {
        return moved(before.rows(), after.rows());
    }

    /** The shift at which two profiles are most alike, each taken without its own average. */
    private static int moved(double[] before, double[] after) {
        var most = before.length / 2;
        var best = 0;
        var least = Double.MAX_VALUE;
        for (var shift = -most; shift <= most; shift++) {
            var difference = difference(before, after, shift);
            if (difference < least) {
                least = difference;
                best = shift;
            }
        }
        return best;
    }

    private static double difference(double[] before, double[] after, int shift) {
        var from = Math.max(0, -shift);
        var to = Math.min(before.length, before.length - shift);
        var offset = IntStream.range(from, to)
                .mapToDouble(i -> after[i + shift] - before[i])
                .average()
                .orElseThrow();
        return IntStream.range(from, to)
                .mapToDouble(i -> Math.abs(after[i + shift] - before[i] - offset))
                .average()
                .orElseThrow();
    }

    /** The average difference of brightness when the second is the middle of the first, enlarged. */
    public static double differenceEnlarged(Grey wide, Grey close, double factor) {
        var sum = 0.0;
        var count = 0;
        for (var y = wide.firstRow(); y < wide.height(); y += 3) {
            for (var x = 0; x < wide.width(); x += 3) {
                var wideX = (int) (wide.width() / 2.0 + (x - wide.width() / 2.0) / factor);
                var wideY = (int) (wide.height() / 2.0 + (y - wide.height() / 2.0) / factor);
                sum += Math.abs(wide.at(wideX, wideY) - close.at(x, y));
                count++;
            }
        }
        return sum / count;
    }
}
