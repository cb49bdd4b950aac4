// SPDX-License-Identifier: Apache-2.0
package io.nightjar.benchmarks;

import io.nightjar.contracts.ContractsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a benchmark prints: a table for people, then one line of JSON. */
final class Report {

    private final Map<String, Object> values = new LinkedHashMap<>();

    Report put(String name, Object value) {
        values.put(name, value instanceof Double number ? Math.round(number * 10) / 10.0 : value);
        return this;
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
