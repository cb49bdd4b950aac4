// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as XML Schema writes them. */
final class Durations {

    private static final Pattern PARTS =
            Pattern.compile("(-?)P(?:([0-9]{1,4})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,6})D)?(T.+)?");

    private Durations() {}

    static String write(Duration duration) {
        return duration.toString();
    }

    /** Reads {@code PT10S} and also {@code P0Y0M0DT0H0M10.000S}; empty for what is none. */
    static Optional<Duration> read(String text) {
        var parts = PARTS.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            var time = parts.group(5) == null ? Duration.ZERO : Duration.parse("P" + parts.group(5));
            // Months and years do not occur but as zeros; their exact length matters to nobody.
            var whole = time.plusDays(365L * number(parts, 2) + 30L * number(parts, 3) + number(parts, 4));
            return Optional.of(parts.group(1).isEmpty() ? whole : whole.negated());
        } catch (DateTimeParseException | ArithmeticException none) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }
}
