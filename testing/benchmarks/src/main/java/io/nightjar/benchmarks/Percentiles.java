// SPDX-License-Identifier: Apache-2.0
package io.nightjar.benchmarks;

import java.util.List;

/** Figures over measured values. */
record Percentiles(List<Double> sorted) {

    static Percentiles of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        return new Percentiles(values.stream().sorted().toList());
    }

    /** The nearest-rank percentile. */
    double at(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    int count() {
        return sorted.size();
    }
}
