// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.camera.PtzSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how a camera's head is moved. */
final class PtzFields {

    private static final String AUTO = "auto";
    private static final int DAY = 86_400;
    /** Below this a head would be sent home under the operator's hands. */
    private static final int SOONEST_HOME = 10;

    private static final int MAX_CHANNEL = 255;

    private PtzFields() {}

    static PtzSettings parse(Fields camera, Set<Capability> capabilities) {
        var object = camera.object("ptz");
        if (object == null) {
            return PtzSettings.NONE;
        }
        if (!object.isEmpty() && !capabilities.contains(Capability.PTZ)) {
            camera.warn("ptz", "has no effect while capabilities do not name ptz");
        }
        var fields = camera.within("ptz", object);
        var settings = new PtzSettings(
                driver(fields).orElse(null),
                Numbers.whole(fields, "channel", 0, MAX_CHANNEL),
                fields.flag("invertPan", false),
                fields.flag("invertTilt", false),
                Numbers.whole(fields, "homeAfterSeconds", SOONEST_HOME, DAY),
                fields.text("homePreset"));
        if (settings.homePreset() != null && settings.homeAfterSeconds() == null) {
            fields.warn("homePreset", "has no effect without homeAfterSeconds");
        }
        fields.reportUnknown();
        return settings;
    }

    private static Optional<PtzSettings.Driver> driver(Fields fields) {
        var text = fields.text("driver");
        if (text == null || text.equalsIgnoreCase(AUTO)) {
            return Optional.empty();
        }
        var allowed = new ArrayList<>(List.of(AUTO));
        allowed.addAll(PtzSettings.Driver.names());
        return fields.chosen("driver", text, PtzSettings.Driver::parse, allowed);
    }
}
