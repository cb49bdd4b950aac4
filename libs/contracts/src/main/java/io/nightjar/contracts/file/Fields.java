// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of one object, read with every complaint collected. Remembers which were asked for: the rest are typos. */
final class Fields {

    /** What inventories keep beside a camera; nobody here needs it. */
    private static final Set<String> INVENTORY = Set.of("mac", "model", "location", "notes", "serial");
    /** A description for people. */
    private static final String ARCHITECTURE = "architecture";

    private final JsonNode node;
    private final String subject;
    private final String prefix;
    private final Complaints complaints;
    private final Set<String> known = new TreeSet<>();
    private final Set<String> retired = new TreeSet<>();

    Fields(JsonNode node, String subject, String prefix, Complaints complaints) {
        this.node = node;
        this.subject = subject;
        this.prefix = prefix;
        this.complaints = complaints;
    }

    /** The field's value, or null where it is absent, null, or the text {@code N/A}, which means the same. */
    @Nullable
    JsonNode value(String field) {
        known.add(field);
        var value = node.get(field);
        return value == null || isLeftOut(value) ? null : value;
    }

    /** Whether a field is there that is no longer read; the caller says so. */
    boolean hasRetired(String field) {
        retired.add(field);
        return node.has(field);
    }

    static boolean isLeftOut(JsonNode value) {
        return value.isNull() || "N/A".equalsIgnoreCase(value.asText("").strip());
    }

    /** A text; numbers count as text, since an id or a password may look like one. Empty text counts as absent. */
    @Nullable
    String text(String field) {
        var value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isTextual() && !value.isNumber()) {
            report(field, "must be a text, not " + kindOf(value));
            return null;
        }
        var text = value.asText().strip();
        return text.isEmpty() ? null : text;
    }

    boolean flag(String field, boolean absent) {
        var value = value(field);
        if (value == null) {
            return absent;
        }
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        return switch (value.asText("").strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> {
                report(field, "must be true or false, not " + kindOf(value), List.of("true", "false"));
                yield absent;
            }
        };
    }

    @Nullable
    JsonNode object(String field) {
        var value = value(field);
        if (value == null || value.isObject()) {
            return value;
        }
        report(field, "must be an object with fields, not " + kindOf(value));
        return null;
    }

    @Nullable
    JsonNode list(String field) {
        var value = value(field);
        if (value == null || value.isArray()) {
            return value;
        }
        report(field, "must be a list, not " + kindOf(value));
        return null;
    }

    /** One word of a closed vocabulary, ignoring case. */
    <T> Optional<T> choice(String field, Function<String, Optional<T>> parse, List<String> allowed) {
        var text = text(field);
        return text == null ? Optional.empty() : chosen(field, text, parse, allowed);
    }

    <T> Optional<T> chosen(String field, String text, Function<String, Optional<T>> parse, List<String> allowed) {
        var parsed = parse.apply(text);
        if (parsed.isEmpty()) {
            report(field, "\"" + shortened(text) + "\" is not known" + NearMiss.hint(allowed, text), allowed);
        }
        return parsed;
    }

    /** Says which fields nobody asked for, other than notes. */
    void reportUnknown() {
        reportUnknown(value -> Optional.empty());
    }

    void reportUnknown(Function<JsonNode, Optional<String>> explain) {
        node.properties().forEach(entry -> {
            var name = entry.getKey();
            if (!known.contains(name) && !retired.contains(name) && !isNote(name)) {
                var why = explain.apply(entry.getValue())
                        .orElseGet(() -> "is not a known field and is ignored" + NearMiss.hint(known, name));
                warn(shortened(name), why, List.copyOf(known));
            }
        });
    }

    private static boolean isNote(String name) {
        return name.startsWith("__") || name.equals(ARCHITECTURE) || INVENTORY.contains(name);
    }

    void report(String field, String message) {
        report(field, message, List.of());
    }

    void report(String field, String message, List<String> allowed) {
        complaints.error(new FieldProblem(subject, prefix + field, message, allowed));
    }

    void warn(String field, String message) {
        warn(field, message, List.of());
    }

    /** Says it without rejecting anything. */
    void warn(String field, String message, List<String> allowed) {
        complaints.warning(new FieldProblem(subject, prefix + field, message, allowed));
    }

    Fields within(String field, JsonNode object) {
        return new Fields(object, subject, prefix + field + ".", complaints);
    }

    static String kindOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case BOOLEAN -> "true or false";
            case NUMBER -> "a number";
            case STRING, BINARY -> "a text";
            case NULL, MISSING -> "nothing";
        };
    }

    static String shortened(String text) {
        return text.length() <= 64 ? text : text.substring(0, 64) + "...";
    }
}
