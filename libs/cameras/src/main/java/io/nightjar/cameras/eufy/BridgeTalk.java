// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The words of a bridge, and how a conversation begins. */
final class BridgeTalk {

    /** The newest version that is spoken here. */
    static final int NEWEST = 21;

    /** Before it heads could not be moved. */
    static final int OLDEST = 3;

    static final String PAN_AND_TILT = "pan_and_tilt";
    static final String GOTO_PRESET = "preset_position";
    static final String SAVE_PRESET = "save_preset_position";
    static final String DELETE_PRESET = "delete_preset_position";

    private BridgeTalk() {}

    /** Agrees on a version: the newest that both sides speak. */
    static int agree(BridgeLink link, Duration timeout) {
        var version = link.version(timeout);
        int theirs = version.path("maxSchemaVersion").asInt(-1);
        int schema = Math.min(NEWEST, theirs);
        if (schema < OLDEST || schema < version.path("minSchemaVersion").asInt(0)) {
            throw new CameraFailure(
                    ErrorKind.PROTOCOL,
                    "The Eufy bridge speaks versions that are not understood here (up to " + theirs + "); update it.");
        }
        link.ask("set_api_schema", Map.of("schemaVersion", schema), timeout);
        return schema;
    }

    /** Lets events come, and tells how the bridge stands. */
    static JsonNode listen(BridgeLink link, Duration timeout) {
        return link.ask("start_listening", Map.of(), timeout).path("state");
    }

    /** Serial numbers; old versions describe each camera as a whole instead. */
    static List<String> serials(JsonNode state) {
        var serials = new ArrayList<String>();
        for (var device : state.path("devices")) {
            serials.add(device.isObject() ? device.path("serialNumber").asText() : device.asText());
        }
        return serials;
    }

    /** What a camera can do, in the bridge's own words; the oldest version writes them otherwise. */
    static List<String> commands(JsonNode answer) {
        var commands = new ArrayList<String>();
        for (var command : answer.path("commands")) {
            commands.add(snakeCase(command.asText().replaceFirst("^device(?=[A-Z])", "")));
        }
        return commands;
    }

    private static String snakeCase(String word) {
        var text = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (Character.isUpperCase(letter) && !text.isEmpty()) {
                text.append('_');
            }
            text.append(Character.toLowerCase(letter));
        }
        return text.toString();
    }
}
