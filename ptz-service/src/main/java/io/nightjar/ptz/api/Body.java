// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nightjar.kit.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a body field by field, and says everything that is wrong with it at once. */
final class Body {

    private final JsonNode json;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    Body(@Nullable JsonNode json) {
        this.json = json == null || json.isNull() ? JsonNodeFactory.instance.objectNode() : json;
        if (!this.json.isObject()) {
            throw Problem.invalid("The body must be a JSON object.");
        }
    }

    double number(String name, double least, double most) {
        return optionalNumber(name, least, most).orElseGet(() -> {
            wrong.putIfAbsent(name, "it is missing.");
            return least;
        });
    }

    Optional<Double> optionalNumber(String name, double least, double most) {
        var value = json.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isNumber() || value.doubleValue() < least || value.doubleValue() > most) {
            wrong.put(name, "it must be a number from " + plain(least) + " to " + plain(most) + ".");
            return Optional.of(least);
        }
        return Optional.of(value.doubleValue());
    }

    Optional<Long> optionalInteger(String name, long least, long most) {
        var value = json.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            wrong.put(name, "it must be a whole number from " + least + " to " + most + ".");
            return Optional.of(least);
        }
        return Optional.of(value.longValue());
    }

    long integer(String name, long least, long most) {
        return optionalInteger(name, least, most).orElseGet(() -> {
            wrong.putIfAbsent(name, "it is missing.");
            return least;
        });
    }

    Optional<String> optionalText(String name, int most) {
        var value = json.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > most) {
            wrong.put(name, "it must be a text of 1 to " + most + " characters.");
            return Optional.of("");
        }
        return Optional.of(value.textValue().strip());
    }

    String text(String name, int most) {
        return optionalText(name, most).orElseGet(() -> {
            wrong.putIfAbsent(name, "it is missing.");
            return "";
        });
    }

    boolean flag(String name) {
        var value = json.get(name);
        if (value != null && !value.isNull() && !value.isBoolean()) {
            wrong.put(name, "it must be true or false.");
        }
        return value != null && value.asBoolean(false);
    }

    JsonNode raw(String name) {
        return json.path(name);
    }

    void complain(String name, String sentence) {
        wrong.putIfAbsent(name, sentence);
    }

    /** Fails if anything was wrong. */
    void check() {
        if (wrong.isEmpty()) {
            return;
        }
        var first = wrong.entrySet().iterator().next();
        throw Problem.invalid("The field " + first.getKey() + " is not valid: " + first.getValue(), wrong);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
    }
}
