// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The header lines of a message, in order; names are compared ignoring case and written as given. */
public record Headers(List<Line> lines) {

    /** One header line. Its text form hides the value, which may be a credential. */
    public record Line(String name, String value) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static final Headers EMPTY = new Headers(List.of());

    public Headers {
        lines = List.copyOf(lines);
    }

    /** Takes names and values in turn. */
    public static Headers of(String... namesAndValues) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            lines.add(new Line(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Headers(lines);
    }

    public Optional<String> get(String name) {
        for (var line : lines) {
            if (line.name().equalsIgnoreCase(name)) {
                return Optional.of(line.value());
            }
        }
        return Optional.empty();
    }

    public List<String> all(String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Line::value)
                .toList();
    }

    /** Adds a line, keeping those of the same name. */
    public Headers plus(String name, String value) {
        var changed = new ArrayList<>(lines);
        changed.add(new Line(name, value));
        return new Headers(changed);
    }

    /** Replaces all lines of this name by one. */
    public Headers with(String name, String value) {
        return without(name).plus(name, value);
    }

    public Headers without(String name) {
        return new Headers(lines.stream()
                .filter(line -> !line.name().equalsIgnoreCase(name))
                .toList());
    }
}
