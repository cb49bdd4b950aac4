// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators;

import io.nightjar.media.I420;
import java.util.Arrays;
import java.util.Optional;

/**
 * A machine-readable clock in the picture: two rows of black and white cells in the upper left corner.
 *
 * <p>A cell is a square of 1/80 of the picture's width (8 pixels at 640), so the strip is found again at any scale. It
 * is 48 cells wide and 2 high. Cells are read row by row, white is 1, numbers have their highest bit first:
 *
 * <pre>
 * cell   0..11   sync        1010 1100 0110 (its cells also give the levels of black and white)
 * cell  12..43   frame       32 bits, the number of the frame
 * cell  44..87   wall clock  44 bits, milliseconds since 1970 when the picture was painted
 * cell  88..95   check       CRC-8 (polynomial 0x07, start 0) over the 12 + 32 + 44 bits before it, highest bit first
 * </pre>
 *
 * <p>{@code clock-strip.js} beside this class reads it from a canvas.
 */
public final class ClockStrip {

    /** What a strip says. */
    public record Reading(long frame, long wallMillis) {}

    private static final int CELLS_PER_WIDTH = 80;
    private static final int COLUMNS = 48;
    private static final int ROWS = 2;
    private static final int SYNC = 0b1010_1100_0110;
    private static final int SYNC_BITS = 12;
    private static final int FRAME_BITS = 32;
    private static final int WALL_BITS = 44;
    private static final int CHECK_BITS = 8;
    private static final int DATA_BITS = SYNC_BITS + FRAME_BITS + WALL_BITS;

    /** Less difference between black and white than this is not a strip. */
    private static final int LEAST_CONTRAST = 60;

    private static final byte BLACK = 16;
    private static final byte WHITE = (byte) 235;
    private static final byte NEUTRAL = (byte) 128;

    private ClockStrip() {}

    /** Paints the strip over the upper left corner of a picture. */
    public static void write(I420 picture, Reading reading) {
        var bits = new boolean[DATA_BITS + CHECK_BITS];
        put(bits, 0, SYNC_BITS, SYNC);
        put(bits, SYNC_BITS, FRAME_BITS, reading.frame());
        put(bits, SYNC_BITS + FRAME_BITS, WALL_BITS, reading.wallMillis());
        put(bits, DATA_BITS, CHECK_BITS, check(bits));
        var cell = picture.width() / (double) CELLS_PER_WIDTH;
        for (var i = 0; i < bits.length; i++) {
            var left = (int) Math.round(i % COLUMNS * cell);
            var right = (int) Math.round((i % COLUMNS + 1) * cell);
            int line = i / COLUMNS;
            var bottom = (int) Math.round((line + 1) * cell);
            for (var y = (int) Math.round(line * cell); y < bottom; y++) {
                var row = y * picture.width();
                Arrays.fill(picture.bytes(), row + left, row + right, bits[i] ? WHITE : BLACK);
            }
        }
        neutral(picture, picture.uOffset(), cell);
        neutral(picture, picture.vOffset(), cell);
    }

    /** Takes the colour out of one chroma plane below the strip. */
    private static void neutral(I420 picture, int plane, double cell) {
        var stride = picture.width() / 2;
        for (var y = 0; y < Math.ceil(ROWS * cell / 2); y++) {
            var row = plane + y * stride;
            Arrays.fill(picture.bytes(), row, row + (int) Math.ceil(COLUMNS * cell / 2), NEUTRAL);
        }
    }

    public static Optional<Reading> read(I420 picture) {
        return read(picture.bytes(), picture.width(), picture.width(), picture.height());
    }

    /** Reads the strip from a luma plane; empty where there is none, or where it is damaged. */
    public static Optional<Reading> read(byte[] luma, int stride, int width, int height) {
        var cell = width / (double) CELLS_PER_WIDTH;
        if (cell < 2 || height < ROWS * cell) {
            return Optional.empty();
        }
        var levels = new double[DATA_BITS + CHECK_BITS];
        for (var i = 0; i < levels.length; i++) {
            int line = i / COLUMNS;
            levels[i] = level(luma, stride, (i % COLUMNS + 0.5) * cell, (line + 0.5) * cell, cell / 4);
        }
        var white = syncLevel(levels, true);
        var black = syncLevel(levels, false);
        if (white - black < LEAST_CONTRAST) {
            return Optional.empty();
        }
        var bits = new boolean[levels.length];
        for (var i = 0; i < levels.length; i++) {
            bits[i] = levels[i] > (white + black) / 2;
        }
        if (get(bits, 0, SYNC_BITS) != SYNC || get(bits, DATA_BITS, CHECK_BITS) != check(bits)) {
            return Optional.empty();
        }
        return Optional.of(new Reading(get(bits, SYNC_BITS, FRAME_BITS), get(bits, SYNC_BITS + FRAME_BITS, WALL_BITS)));
    }

    /** The mean around the middle of a cell: its edges are blurred by scaling and coding. */
    private static double level(byte[] luma, int stride, double x, double y, double reach) {
        var sum = 0;
        var count = 0;
        for (var row = (int) (y - reach); row <= (int) (y + reach); row++) {
            for (var column = (int) (x - reach); column <= (int) (x + reach); column++) {
                sum += luma[row * stride + column] & 0xff;
                count++;
            }
        }
        return (double) sum / count;
    }

    private static double syncLevel(double[] levels, boolean white) {
        var sum = 0.0;
        var count = 0;
        for (var i = 0; i < SYNC_BITS; i++) {
            if ((((SYNC >> (SYNC_BITS - 1 - i)) & 1) == 1) == white) {
                sum += levels[i];
                count++;
            }
        }
        return sum / count;
    }

    private static int check(boolean[] bits) {
        var crc = 0;
        for (var i = 0; i < DATA_BITS; i++) {
            var high = ((crc >> 7) & 1) == 1;
            crc = (crc << 1) & 0xff;
            if (high != bits[i]) {
                crc ^= 0x07;
            }
        }
        return crc;
    }

    private static void put(boolean[] bits, int at, int count, long value) {
        for (var i = 0; i < count; i++) {
            bits[at + i] = ((value >> (count - 1 - i)) & 1) == 1;
        }
    }

    private static long get(boolean[] bits, int at, int count) {
        var value = 0L;
        for (var i = 0; i < count; i++) {
            value = (value << 1) | (bits[at + i] ? 1 : 0);
        }
        return value;
    }
}
