// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a person meant to type. */
public final class NearMiss {

    private static final int MAX_DISTANCE = 2;

    private NearMiss() {}

    public static Optional<String> among(Collection<String> known, String typed) {
        var wanted = folded(typed);
        return known.stream()
                .filter(candidate -> distance(folded(candidate), wanted) <= Math.min(MAX_DISTANCE, wanted.length() / 2))
                .min(Comparator.comparingInt(candidate -> distance(folded(candidate), wanted)));
    }

    /** The guess as a part of a sentence, or nothing. */
    public static String hint(Collection<String> known, String typed) {
        return among(known, typed)
                .map(guess -> "; did you mean \"" + guess + "\"?")
                .orElse("");
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    private static int distance(String left, String right) {
        var previous = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            var current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int change = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(Math.min(current[column - 1], previous[column]) + 1, previous[column - 1] + change);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
