// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.head.Presets;
import io.nightjar.simulators.head.Wish;
import java.util.Optional;

/** The rules for presets, with tokens whose characters want care. Lives on the event loop. */
final class OnvifPresets {

    static final int MOST = 16;

    private final Head head;
    private final Presets presets;
    private int made;

    OnvifPresets(Head head) {
        this.head = head;
        this.presets = head.presets();
    }

    Presets all() {
        return presets;
    }

    void goTo(String token, Optional<Wish> speed) {
        find(token);
        presets.goTo(token, speed);
    }

    void remove(String token) {
        find(token);
        presets.remove(token);
    }

    String set(Optional<String> name, Optional<String> token) {
        if (token.isPresent()) {
            presets.store(token.get(), name.orElse(find(token.get()).name()), head.view());
            return token.get();
        }
        var known = presets.list().values();
        if (known.size() >= MOST) {
            throw Fault.receiver("Maximum number of presets reached.", "ter:Action", "ter:TooManyPresets");
        }
        if (name.isPresent() && known.stream().anyMatch(preset -> preset.name().equals(name.get()))) {
            throw Fault.sender("The preset name already exists.", "ter:InvalidArgVal", "ter:PresetExist");
        }
        made++;
        var fresh = "Preset/" + made + " süd";
        presets.store(fresh, name.orElse(""));
        return fresh;
    }

    private Presets.Preset find(String token) {
        return presets.find(token)
                .orElseThrow(() ->
                        Fault.sender("The requested preset token does not exist.", "ter:InvalidArgVal", "ter:NoToken"));
    }
}
