// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import java.util.regex.Pattern;

/** Numbers as ffmpeg writes them: {@code 800k}, {@code 1.5M}, {@code 30000/1001}, {@code 1280x720}. */
final class Quantity {

    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,12}(?:[.][0-9]{1,6})?)([kKM]?)");
    private static final Pattern FRACTION = Pattern.compile("([0-9]{1,9})[/:]([1-9][0-9]{0,8})");
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,5})[x:]([0-9]{1,5})");
    private static final double KILO = 1000;

    private Quantity() {}

    static double number(String text) {
        var number = NUMBER.matcher(text);
        if (number.matches()) {
            double value = Double.parseDouble(number.group(1));
            return switch (number.group(2)) {
                case "k", "K" -> value * KILO;
                case "M" -> value * KILO * KILO;
                default -> value;
            };
        }
        var fraction = FRACTION.matcher(text);
        if (fraction.matches()) {
            return Double.parseDouble(fraction.group(1)) / Double.parseDouble(fraction.group(2));
        }
        throw new OptionRefused("must be a number, such as 15 or 800k");
    }

    static int whole(String text) {
        double value = number(text);
        if (value != Math.rint(value) || value > Integer.MAX_VALUE) {
            throw new OptionRefused("must be a whole number of a usual size");
        }
        return (int) value;
    }

    record Size(int width, int height) {}

    static Size size(String text) {
        var size = SIZE.matcher(text);
        if (!size.matches()) {
            throw new OptionRefused("must be a width and a height, such as 1280x720");
        }
        return new Size(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
    }
}
