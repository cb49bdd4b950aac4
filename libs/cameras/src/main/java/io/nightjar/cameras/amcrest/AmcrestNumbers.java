// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

import java.util.Locale;
import java.util.Optional;

/** Numbers as the CGI writes them. */
final class AmcrestNumbers {

    private AmcrestNumbers() {}

    /** 0 for what is none. */
    static int whole(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    static Optional<Double> decimal(String text) {
        return text.strip().matches("-?[0-9]{1,9}(\\.[0-9]{1,12})?")
                ? Optional.of(Double.valueOf(text.strip()))
                : Optional.empty();
    }

    static String text(double value) {
        return String.format(Locale.ROOT, "%.4f", value + 0.0);
    }
}
