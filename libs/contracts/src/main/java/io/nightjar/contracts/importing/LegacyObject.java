// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nightjar.contracts.file.NearMiss;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One object of an earlier system, read leniently: numbers may be texts, {@code "N/A"} means absent, and a field may have
 * had several names. Remembers which fields were asked for.
 */
final class LegacyObject {

    private final JsonNode node;
    private final String prefix;
    private final Findings findings;
    private final Set<String> known = new TreeSet<>();

    LegacyObject(JsonNode node, String prefix, Findings findings) {
        this.node = node;
        this.prefix = prefix;
        this.findings = findings;
    }

    /** The first of the names that has a value. */
    @Nullable
    JsonNode value(String... names) {
        known.addAll(List.of(names));
        for (var name : names) {
            var value = node.get(name);
            if (value != null && !value.isNull() && !isLeftOut(value)) {
                return value;
            }
        }
        return null;
    }

    boolean has(String... names) {
        return value(names) != null;
    }

    /** Which of the names has the value, for problems. */
    String named(String... names) {
        for (var name : names) {
            if (value(name) != null) {
                return prefix + name;
            }
        }
        return prefix + names[0];
    }

    /** A text or a number as text; an empty one counts as absent. */
    @Nullable
    String text(String... names) {
        var value = value(names);
        if (value == null) {
            return null;
        }
        if (!value.isTextual() && !value.isNumber()) {
            findings.warn(named(names), "must be a text and is ignored");
            return null;
        }
        var text = value.asText().strip();
        return text.isEmpty() ? null : text;
    }

    @Nullable
    Double number(String... names) {
        return number(value(names), named(names));
    }

    @Nullable
    Double number(@Nullable JsonNode value, String field) {
        if (value == null) {
            return null;
        }
        var text = value.isValueNode() ? value.asText("").strip() : "";
        if (text.matches("-?[0-9]{1,12}(\\.[0-9]{1,9})?")) {
            return Double.valueOf(text);
        }
        findings.warn(field, "must be a number and is ignored");
        return null;
    }

    @Nullable
    Integer whole(int smallest, int largest, String... names) {
        var number = number(names);
        if (number == null) {
            return null;
        }
        if (number == Math.rint(number) && number >= smallest && number <= largest) {
            return number.intValue();
        }
        findings.warn(named(names), "must be a whole number from " + smallest + " to " + largest + " and is ignored");
        return null;
    }

    /** Flags were written as 0 and 1 as well. */
    Optional<Boolean> flag(String... names) {
        var value = value(names);
        if (value == null) {
            return Optional.empty();
        }
        return switch (value.asText("").strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> Optional.of(true);
            case "false", "no", "off", "0" -> Optional.of(false);
            default -> {
                findings.warn(named(names), "must be true or false and is ignored", List.of("true", "false", "1", "0"));
                yield Optional.empty();
            }
        };
    }

    /** A part with fields of its own; empty where it is absent. */
    LegacyObject section(String... names) {
        var value = value(names);
        if (value != null && !value.isObject()) {
            findings.warn(named(names), "must be an object with fields and is ignored");
        }
        var object = value != null && value.isObject() ? value : JsonNodeFactory.instance.objectNode();
        return new LegacyObject(object, named(names) + ".", findings);
    }

    void notNeeded(String... names) {
        for (var name : names) {
            if (has(name)) {
                findings.notNeeded(prefix + name);
            }
        }
    }

    /** All that nobody asked for is a typo, or nothing we know. */
    void reportUnknown() {
        unasked().forEach(this::reportUnknownField);
    }

    /** The same for names that begin so. */
    void reportUnknown(String beginning) {
        unasked().filter(name -> name.startsWith(beginning)).forEach(this::reportUnknownField);
    }

    /** Descriptions, such as model or place, are tolerated; what looks like a typo is not. */
    void reportTypos() {
        unasked()
                .filter(name -> !MisplacedCameras.isCamera(node.path(name)))
                .filter(name -> node.path(name).isContainerNode()
                        || NearMiss.among(known, name).isPresent())
                .forEach(this::reportUnknownField);
    }

    private void reportUnknownField(String name) {
        findings.warn(
                prefix + Shown.name(name),
                NearMiss.among(known, name)
                        .map(near -> "is not a known field and is ignored; probably " + near + " is meant")
                        .orElse("is not a known field and is ignored"));
    }

    /** The fields that nobody has asked for so far, other than notes and what was left out on purpose. */
    Stream<String> unasked() {
        return node.properties().stream()
                .filter(field ->
                        !isLeftOut(field.getValue()) && !field.getValue().isNull())
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name) && !name.startsWith("__"))
                .toList()
                .stream();
    }

    boolean wasAsked(String name) {
        return known.contains(name);
    }

    JsonNode node() {
        return node;
    }

    Findings findings() {
        return findings;
    }

    private static boolean isLeftOut(JsonNode value) {
        return value.isTextual() && value.asText().strip().equalsIgnoreCase("N/A");
    }
}
