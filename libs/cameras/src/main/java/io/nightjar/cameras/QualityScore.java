// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How good a stream is: width x height x fps x (1 - duplicates/1000). Always above zero, so that a stream that works stays
 * selectable although its rate is unknown or most of its pictures are repeated.
 */
public record QualityScore(double value) implements Comparable<QualityScore> {

    private static final double UNKNOWN_FPS = 1;
    private static final double LEAST = 1e-6;

    /**
     * The score of what a probe measured.
     *
     * @param fps zero or less where it is unknown
     * @param duplicates pictures of the probe that repeated the one before
     */
    public static QualityScore of(int width, int height, double fps, int duplicates) {
        double pixels = Math.max(1.0, (double) width * height);
        double rate = fps > 0 && Double.isFinite(fps) ? fps : UNKNOWN_FPS;
        double fresh = Math.max(LEAST, 1 - duplicates / 1000.0);
        return new QualityScore(pixels * rate * fresh);
    }

    /** The best of several; of equals the first. */
    public static <T> Optional<T> best(List<T> choices, Function<T, QualityScore> score) {
        return choices.stream().max(Comparator.comparing(score));
    }

    @Override
    public int compareTo(QualityScore other) {
        return Double.compare(value, other.value);
    }
}
