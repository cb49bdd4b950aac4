// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.eufy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

/** Digits as a picture to type off. Drawn from dots: a machine without a display has no fonts. */
final class DigitPicture {

    private static final List<String> DOTS = List.of(
            "111101101101111",
            "010110010010111",
            "111001111100111",
            "111001111001111",
            "101101111001001",
            "111100111001111",
            "111100111101111",
            "111001001010010",
            "111101111101111",
            "111101111001111");
    private static final int COLUMNS = 3;
    private static final int ROWS = 5;
    private static final int DOT = 8;
    private static final int PAPER = 0xf4f4ee;
    private static final int INK = 0x203040;

    private DigitPicture() {}

    static String dataUrl(String digits) {
        int width = (digits.length() * (COLUMNS + 1) + 1) * DOT;
        var picture = new BufferedImage(width, (ROWS + 2) * DOT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, inked(digits, x / DOT - 1, y / DOT - 1) ? INK : PAPER);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static boolean inked(String digits, int column, int row) {
        int place = Math.floorDiv(column, COLUMNS + 1);
        int within = Math.floorMod(column, COLUMNS + 1);
        if (column < 0 || row < 0 || row >= ROWS || place >= digits.length() || within == COLUMNS) {
            return false;
        }
        return DOTS.get(digits.charAt(place) - '0').charAt(row * COLUMNS + within) == '1';
    }
}
