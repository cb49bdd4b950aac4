// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nightjar.contracts.camera.Capability;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Translates {@code capabilities}, and the boolean that stood for one of them before. */
final class CapabilitySettings {

    private final Set<Capability> found = EnumSet.noneOf(Capability.class);

    /** @param listed whether the file lists the camera among those that move */
    CapabilitySettings(LegacyObject record, boolean listed) {
        var written = record.value("capabilities");
        var movable = record.flag("ptz_capable");
        if (written != null) {
            words(written).forEach(word -> Capability.parse(word).ifPresentOrElse(found::add, () -> record.findings()
                    .error("capabilities", "holds something else than capabilities", Capability.names())));
            if ((listed || movable.orElse(false)) && !found.contains(Capability.PTZ)) {
                record.findings()
                        .warn(
                                movable.isPresent() ? "ptz_capable" : "capabilities",
                                "the camera is said to move elsewhere, but capabilities decides; add ptz to it",
                                Capability.names());
            }
            return;
        }
        found.add(Capability.STREAMING);
        if (movable.orElse(listed)) {
            found.add(Capability.PTZ);
        }
        if (movable.isPresent()) {
            record.findings()
                    .warn("ptz_capable", "is old and was read as capabilities; write that", Capability.names());
        }
    }

    private static List<String> words(JsonNode written) {
        var words = new ArrayList<String>();
        if (written.isArray()) {
            written.forEach(word -> words.add(word.asText("")));
        } else {
            words.addAll(List.of(written.asText("").split("[,\\s]+", -1)));
        }
        return words;
    }

    boolean has(Capability capability) {
        return found.contains(capability);
    }

    ArrayNode all() {
        var all = JsonNodeFactory.instance.arrayNode();
        found.stream().map(Capability::wire).forEach(all::add);
        return all;
    }
}
