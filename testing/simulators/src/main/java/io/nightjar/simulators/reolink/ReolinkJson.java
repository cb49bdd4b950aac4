// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.reolink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as Reolink writes it, to the byte: errors are known by their 141 or 146 bytes. */
final class ReolinkJson {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final ObjectWriter WRITER = MAPPER.writer(printer());

    private ReolinkJson() {}

    private static DefaultPrettyPrinter printer() {
        var indenter = new DefaultIndenter("   ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    }

    static String write(JsonNode node) {
        try {
            return WRITER.writeValueAsString(node) + "\n";
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("JSON could not be written", failure);
        }
    }

    static ObjectNode value(String command, ObjectNode value) {
        var item = JsonNodeFactory.instance.objectNode().put("cmd", command).put("code", 0);
        item.set("value", value);
        return item;
    }

    /** Of a command that sets something. */
    static ObjectNode done(String command) {
        return value(command, object().put("rspCode", 200));
    }

    /** With the range, where it was asked for. */
    static ObjectNode ranged(String command, ObjectNode value, JsonNode asked, ObjectNode range) {
        var item = value(command, value);
        if (asked.path("action").asInt() == 1) {
            item.set("range", range);
        }
        return item;
    }

    static ObjectNode error(String command, ReolinkError error) {
        var item = JsonNodeFactory.instance.objectNode().put("cmd", command).put("code", 1);
        item.putObject("error").put("detail", error.detail()).put("rspCode", error.code());
        return item;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
