// SPDX-License-Identifier: Apache-2.0
package io.nightjar.benchmarks;

import io.nightjar.contracts.ContractsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a benchmark prints: a table for people, then one line of JSON. */
final class Report {

    private final Map<String, Object> values = new LinkedHashMap<>();

    Report put(String name, Object value) {
        values.put(name, value instanceof Double number ? rounded(number) : value);
        return this;
    }

    /** Four digits say more than enough about a measurement. */
    private static double rounded(double number) {
        return new BigDecimal(number).round(new MathContext(4)).doubleValue();
    }

    void print() {
        values.forEach((name, value) -> System.out.printf(Locale.ROOT, "%-24s %s%n", name, value));
        try {
            System.out.println(ContractsJson.mapper().writeValueAsString(values));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
