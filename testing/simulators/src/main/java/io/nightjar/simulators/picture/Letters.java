// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.picture;

import java.util.HashMap;
import java.util.Map;

/** Capital letters, digits and a few signs drawn with strokes, as cameras put them over their pictures. */
public final class Letters {

    /** Strokes on a grid 4 wide and 6 high: points of a stroke are separated by blanks, strokes by bars. */
    private static final String[] TABLE = {
        "A 0,6 2,0 4,6|.8,3.9 3.2,3.9",
        "B 0,0 0,6 3,6 4,5.2 4,3.8 3,3 0,3|0,0 2.8,0 3.7,.8 3.7,2.2 2.8,3",
        "C 4,1 3,0 1,0 0,1.2 0,4.8 1,6 3,6 4,5",
        "D 0,0 0,6 2.6,6 4,4.6 4,1.4 2.6,0 0,0",
        "E 4,0 0,0 0,6 4,6|0,3 3.2,3",
        "F 4,0 0,0 0,6|0,3 3.2,3",
        "G 4,1 3,0 1,0 0,1.2 0,4.8 1,6 3,6 4,5 4,3.2 2.4,3.2",
        "H 0,0 0,6|4,0 4,6|0,3 4,3",
        "I 2,0 2,6",
        "J 4,0 4,4.8 3,6 1,6 0,4.8",
        "K 0,0 0,6|4,0 0,3.6|1.4,2.5 4,6",
        "L 0,0 0,6 4,6",
        "M 0,6 0,0 2,3.2 4,0 4,6",
        "N 0,6 0,0 4,6 4,0",
        "O 1.2,0 2.8,0 4,1.3 4,4.7 2.8,6 1.2,6 0,4.7 0,1.3 1.2,0",
        "P 0,6 0,0 3,0 4,.9 4,2.4 3,3.3 0,3.3",
        "Q 1.2,0 2.8,0 4,1.3 4,4.7 2.8,6 1.2,6 0,4.7 0,1.3 1.2,0|2.4,4.4 4,6.4",
        "R 0,6 0,0 3,0 4,.9 4,2.4 3,3.3 0,3.3|2.2,3.3 4,6",
        "S 4,1 3,0 1,0 0,.9 0,2.1 1,2.9 3,3.1 4,3.9 4,5.1 3,6 1,6 0,5",
        "T 0,0 4,0|2,0 2,6",
        "U 0,0 0,4.8 1.2,6 2.8,6 4,4.8 4,0",
        "V 0,0 2,6 4,0",
        "W 0,0 1,6 2,2 3,6 4,0",
        "X 0,0 4,6|4,0 0,6",
        "Y 0,0 2,3 4,0|2,3 2,6",
        "Z 0,0 4,0 0,6 4,6",
        "0 1.2,0 2.8,0 4,1.3 4,4.7 2.8,6 1.2,6 0,4.7 0,1.3 1.2,0",
        "1 .8,1.2 2.2,0 2.2,6",
        "2 0,1.2 1,0 3,0 4,1 4,2.2 0,6 4,6",
        "3 0,.8 1,0 3,0 4,.9 4,2.1 3,2.9 1.6,2.9|3,2.9 4,3.8 4,5.1 3,6 1,6 0,5.2",
        "4 3,6 3,0 0,4.2 4.2,4.2",
        "5 3.8,0 .4,0 .2,2.7 2.8,2.6 4,3.6 4,4.9 2.8,6 1,6 0,5.2",
        "6 3.6,.6 2.8,0 1.2,0 0,1.4 0,4.8 1.1,6 2.9,6 4,4.9 4,3.6 2.9,2.6 1.1,2.6 0,3.6",
        "7 0,0 4,0 1.4,6",
        "8 1,2.9 .2,2.1 .2,.9 1.1,0 2.9,0 3.8,.9 3.8,2.1 3,2.9 1,2.9 0,3.9 0,5 1.1,6 2.9,6 4,5 4,3.9 3,2.9",
        "9 .4,5.4 1.2,6 2.8,6 4,4.6 4,1.2 2.9,0 1.1,0 0,1.1 0,2.4 1.1,3.4 2.9,3.4 4,2.4",
        ": 2,1.7 2,2|2,4.4 2,4.7",
        "- .6,3 3.4,3",
        ". 2,5.7 2,6",
        "/ 4,0 0,6",
    };

    private static final double ADVANCE = 5.7;
    private static final Map<Character, double[][]> STROKES = parse();

    private Letters() {}

    public static double width(String text, double size) {
        return (text.length() * ADVANCE - (ADVANCE - 4)) * size / 6;
    }

    /** White letters on a dark rim, readable on any picture; size is the height of a capital. */
    public static void paint(Canvas canvas, String text, double x, double y, double size) {
        canvas.fill(outline(text, x, y, size, size * 0.36), Paint.of(0x000000, 0.55));
        canvas.fill(outline(text, x, y, size, size * 0.15), Paint.of(0xf4f6f8));
    }

    /** Letters as one shape; unknown characters leave a gap. */
    public static Shape outline(String text, double x, double y, double size, double thickness) {
        var shape = new Shape();
        var unit = size / 6;
        for (var i = 0; i < text.length(); i++) {
            var left = x + i * ADVANCE * unit;
            for (var stroke : STROKES.getOrDefault(text.charAt(i), new double[0][])) {
                for (var p = 0; p + 3 < stroke.length; p += 2) {
                    segment(
                            shape,
                            left + stroke[p] * unit,
                            y + stroke[p + 1] * unit,
                            left + stroke[p + 2] * unit,
                            y + stroke[p + 3] * unit,
                            thickness / 2);
                }
            }
        }
        return shape;
    }

    /** A stroke with pointed ends, so that strokes that meet leave no notch. */
    private static void segment(Shape shape, double x0, double y0, double x1, double y1, double half) {
        var length = Math.max(1e-6, Math.hypot(x1 - x0, y1 - y0));
        var dx = (x1 - x0) / length * half;
        var dy = (y1 - y0) / length * half;
        shape.move(x0 - dy, y0 + dx)
                .line(x1 - dy, y1 + dx)
                .line(x1 + dx, y1 + dy)
                .line(x1 + dy, y1 - dx)
                .line(x0 + dy, y0 - dx)
                .line(x0 - dx, y0 - dy);
    }

    private static Map<Character, double[][]> parse() {
        var glyphs = new HashMap<Character, double[][]>();
        for (var entry : TABLE) {
            var strokes = entry.substring(2).split("\\|");
            var points = new double[strokes.length][];
            for (var i = 0; i < strokes.length; i++) {
                var numbers = strokes[i].split("[ ,]");
                points[i] = new double[numbers.length];
                for (var n = 0; n < numbers.length; n++) {
                    points[i][n] = Double.parseDouble(numbers[n]);
                }
            }
            glyphs.put(entry.charAt(0), points);
        }
        return Map.copyOf(glyphs);
    }
}
