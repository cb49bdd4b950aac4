// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

import java.util.Map;
import java.util.Optional;

/**
 * What a head can do.
 *
 * @param maxPresets 0 where the camera does not say
 * @param range how far it reaches; empty where the camera does not say, and cannot be sent to a position then
 */
public record AmcrestAbilities(
        boolean panTilt, boolean zoom, boolean focus, boolean presets, int maxPresets, Optional<AmcrestRange> range) {

    /** Of a camera that does not know the question. */
    static final AmcrestAbilities ASSUMED = new AmcrestAbilities(true, true, false, true, 0, Optional.empty());

    AmcrestAbilities withoutRange() {
        return new AmcrestAbilities(panTilt, zoom, focus, presets, maxPresets, Optional.empty());
    }

    /** Tilt is misspelt on the wire. */
    static AmcrestAbilities of(Map<String, String> caps) {
        if (!caps.containsKey("caps.Pan") && !caps.containsKey("caps.Zoom")) {
            return ASSUMED;
        }
        boolean panTilt = is(caps, "Pan") || is(caps, "Tile") || is(caps, "Tilt");
        boolean zoom = is(caps, "Zoom");
        int most = AmcrestNumbers.whole(caps.getOrDefault("caps.PresetMax", ""));
        boolean presets = (panTilt || zoom) && (most > 0 || !caps.containsKey("caps.PresetMax"));
        return new AmcrestAbilities(
                panTilt, zoom, is(caps, "Focus"), presets, most, panTilt ? AmcrestRange.of(caps) : Optional.empty());
    }

    private static boolean is(Map<String, String> caps, String ability) {
        return caps.getOrDefault("caps." + ability, "").equalsIgnoreCase("true");
    }
}
