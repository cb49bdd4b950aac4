// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers of an object, which may be written as texts, held to what makes sense. */
final class Numbers {

    private static final double THOUSAND = 1000;

    private Numbers() {}

    static @Nullable Integer whole(Fields fields, String field, int least, int most) {
        var number = number(fields, field);
        if (number == null) {
            return null;
        }
        try {
            int value = number.intValueExact();
            if (value >= least && value <= most) {
                return value;
            }
        } catch (ArithmeticException notWhole) {
            fields.report(field, "must be a whole number from " + least + " to " + most);
            return null;
        }
        fields.report(field, "must be from " + least + " to " + most + ", not " + number.toPlainString());
        return null;
    }

    static @Nullable Double decimal(Fields fields, String field, double least, double most) {
        var number = number(fields, field);
        if (number == null) {
            return null;
        }
        double value = number.doubleValue();
        if (value >= least && value <= most) {
            return value;
        }
        fields.report(field, "must be from " + plain(least) + " to " + plain(most) + ", not " + number.toPlainString());
        return null;
    }

    private static @Nullable BigDecimal number(Fields fields, String field) {
        var text = fields.text(field);
        if (text == null) {
            return null;
        }
        if (text.matches("[+-]?[0-9]{1,12}([.][0-9]{1,17})?")) {
            return new BigDecimal(text);
        }
        fields.report(field, "must be a number, not \"" + Fields.shortened(text) + "\"");
        return null;
    }

    /** To a thousandth, which is as exactly as anybody means it. */
    static double rounded(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }

    /** As a person writes it: 2, not 2.0. */
    static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
