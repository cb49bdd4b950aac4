// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.Capability;
import java.util.EnumSet;
import java.util.Set;

/** Reads what a camera can do. */
final class CapabilityFields {

    private static final String OLD_FLAG = "ptz_capable";

    private CapabilityFields() {}

    static Set<Capability> parse(Fields camera) {
        if (camera.hasRetired(OLD_FLAG)) {
            camera.report(
                    OLD_FLAG, "is not used any more; write capabilities: [streaming, ptz] for a camera that moves");
        }
        var list = camera.list("capabilities");
        if (list == null) {
            return Set.of(Capability.STREAMING);
        }
        var found = EnumSet.noneOf(Capability.class);
        list.forEach(item -> camera.chosen("capabilities", item.asText(), Capability::parse, Capability.names())
                .ifPresent(found::add));
        return found;
    }
}
