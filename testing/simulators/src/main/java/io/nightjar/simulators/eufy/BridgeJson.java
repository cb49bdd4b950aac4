// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.eufy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The messages of a bridge. */
final class BridgeJson {

    private BridgeJson() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An event without what is particular to it. */
    static ObjectNode driver(String name) {
        return object().put("source", "driver").put("event", name);
    }

    static ObjectNode device(String name, String serial) {
        return object().put("source", "device").put("event", name).put("serialNumber", serial);
    }

    static ObjectNode event(ObjectNode event) {
        var message = object().put("type", "event");
        message.set("event", event);
        return message;
    }

    static ObjectNode success(JsonNode messageId, ObjectNode result) {
        var message = object().put("type", "result").put("success", true);
        message.set("messageId", messageId);
        message.set("result", result);
        return message;
    }

    static ObjectNode failure(JsonNode messageId, String code) {
        var message = object().put("type", "result").put("success", false);
        message.set("messageId", messageId);
        return message.put("errorCode", code);
    }
}
