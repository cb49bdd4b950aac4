// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Positions the device remembers, by tokens with characters that want care. */
final class Presets {

    static final int MOST = 16;

    record Preset(String name, PtzHead.View view) {}

    private final Map<String, Preset> presets = new LinkedHashMap<>();
    private int made;

    Map<String, Preset> all() {
        return presets;
    }

    Preset find(String token) {
        var preset = presets.get(token);
        if (preset == null) {
            throw Fault.sender("The requested preset token does not exist.", "ter:InvalidArgVal", "ter:NoToken");
        }
        return preset;
    }

    String set(Optional<String> name, Optional<String> token, PtzHead.View view) {
        if (token.isPresent()) {
            presets.put(token.get(), new Preset(name.orElse(find(token.get()).name()), view));
            return token.get();
        }
        if (presets.size() >= MOST) {
            throw Fault.receiver("Maximum number of presets reached.", "ter:Action", "ter:TooManyPresets");
        }
        if (name.isPresent()
                && presets.values().stream().anyMatch(preset -> preset.name().equals(name.get()))) {
            throw Fault.sender("The preset name already exists.", "ter:InvalidArgVal", "ter:PresetExist");
        }
        made++;
        var fresh = "Preset/" + made + " süd";
        presets.put(fresh, new Preset(name.orElse(""), view));
        return fresh;
    }

    void remove(String token) {
        find(token);
        presets.remove(token);
    }
}
