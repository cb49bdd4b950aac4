// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.reolink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.simulators.head.Head;

/** The 64 places for positions. All are listed, used or not. */
final class ReolinkPlaces {

    private static final int PLACES = 64;
    private static final int LONGEST_NAME = 31;

    private final Head head;

    ReolinkPlaces(Head head) {
        this.head = head;
    }

    ObjectNode list() {
        var value = ReolinkJson.object();
        var places = value.putArray("PtzPreset");
        for (int id = 1; id <= PLACES; id++) {
            var known = head.presets().find(String.valueOf(id));
            places.addObject()
                    .put("channel", 0)
                    .put("enable", known.isPresent() ? 1 : 0)
                    .put("id", id)
                    .put("name", known.map(preset -> preset.name()).orElse("pos" + id));
        }
        return ReolinkJson.value("GetPtzPreset", value);
    }

    /** Enabled it stores the present position, disabled it forgets it; with neither it gets another name. */
    ObjectNode set(JsonNode wanted) {
        int id = wanted.path("id").asInt();
        var name = wanted.path("name").asText("");
        if (id < 1 || id > PLACES) {
            return ReolinkJson.error("SetPtzPreset", ReolinkError.PARAMETER);
        }
        if (name.length() > LONGEST_NAME) {
            return ReolinkJson.error("SetPtzPreset", ReolinkError.STRING_TOO_LONG);
        }
        var token = String.valueOf(id);
        var before = head.presets().find(token);
        var called = name.isEmpty() ? before.map(preset -> preset.name()).orElse("pos" + id) : name;
        if (!wanted.has("enable")) {
            before.ifPresent(preset -> head.presets().store(token, called, preset.view()));
        } else if (wanted.path("enable").asInt() == 1) {
            head.commands().record("save-preset " + token);
            head.presets().store(token, called);
        } else {
            head.commands().record("remove-preset " + token);
            head.presets().remove(token);
        }
        return ReolinkJson.done("SetPtzPreset");
    }
}
