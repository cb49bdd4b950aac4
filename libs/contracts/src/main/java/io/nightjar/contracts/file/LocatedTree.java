// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.io.IOException;
import java.util.IdentityHashMap;

/**
 * A document as a tree that knows on which line each object began. A number written unusually, such as 007, stays the
 * text it was: it is an id or a password that somebody did not quote.
 */
final class LocatedTree {

    private static final int MAX_DEPTH = 64;

    private final IdentityHashMap<JsonNode, Integer> lines = new IdentityHashMap<>();
    private final JsonNode root;

    private LocatedTree(JsonParser parser) throws IOException {
        root = parser.nextToken() == null ? JsonNodeFactory.instance.missingNode() : read(parser, 0);
        if (parser.nextToken() != null) {
            throw new TrailingContent(parser);
        }
    }

    static LocatedTree read(JsonParser parser) throws IOException {
        try (parser) {
            return new LocatedTree(parser);
        }
    }

    JsonNode root() {
        return root;
    }

    int lineOf(JsonNode node) {
        return lines.getOrDefault(node, 0);
    }

    private JsonNode read(JsonParser parser, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new TrailingContent(parser);
        }
        int line = parser.currentTokenLocation().getLineNr();
        var token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            var object = JsonNodeFactory.instance.objectNode();
            lines.put(object, line);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var name = parser.currentName();
                parser.nextToken();
                object.set(name, read(parser, depth + 1));
            }
            return object;
        }
        if (token == JsonToken.START_ARRAY) {
            var array = JsonNodeFactory.instance.arrayNode();
            lines.put(array, line);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(read(parser, depth + 1));
            }
            return array;
        }
        return scalar(parser);
    }

    private static ValueNode scalar(JsonParser parser) throws IOException {
        var nodes = JsonNodeFactory.instance;
        return switch (parser.currentToken()) {
            case VALUE_NULL -> nodes.nullNode();
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            default -> nodes.textNode(parser.getText());
        };
    }

    private static ValueNode number(JsonParser parser) throws IOException {
        var text = parser.getText();
        var nodes = JsonNodeFactory.instance;
        try {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                long value = Long.parseLong(text);
                return Long.toString(value).equals(text) ? nodes.numberNode(value) : nodes.textNode(text);
            }
            double value = Double.parseDouble(text);
            return Double.toString(value).equals(text) ? nodes.numberNode(value) : nodes.textNode(text);
        } catch (NumberFormatException unusual) {
            return nodes.textNode(text);
        }
    }

    /** The document goes on after its end, or never ends. */
    private static final class TrailingContent extends JsonProcessingException {
        TrailingContent(JsonParser parser) {
            super("unexpected content", parser.currentTokenLocation());
        }
    }
}
