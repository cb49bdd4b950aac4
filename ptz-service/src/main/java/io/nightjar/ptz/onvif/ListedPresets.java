// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.onvif;

import io.nightjar.cameras.onvif.PtzPreset;
import io.nightjar.ptz.driver.Preset;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Sorts out what devices list as presets: some list every place there is. Names may be given twice, and are for people
 * only; tokens are not.
 */
final class ListedPresets {

    private static final int MOST = 256;
    /** More places than these, of a device that does not say how many it has, are not all somebody's. */
    private static final int PLAUSIBLE = 32;

    private ListedPresets() {}

    /** @param places how many presets the device has room for; 0 where it does not say */
    static List<Preset> sorted(List<PtzPreset> listed, int places) {
        boolean everyPlace = listed.size() >= (places > 0 ? places : PLAUSIBLE);
        var presets = new LinkedHashMap<String, Preset>();
        listed.stream()
                .filter(preset -> !everyPlace || isSet(preset))
                .limit(MOST)
                .forEach(preset -> presets.putIfAbsent(preset.token(), new Preset(preset.token(), name(preset))));
        return List.copyOf(presets.values());
    }

    private static boolean isSet(PtzPreset preset) {
        return !preset.name().isBlank() || preset.position().isPresent();
    }

    private static String name(PtzPreset preset) {
        return preset.name().isBlank() ? "Preset " + preset.token() : preset.name();
    }
}
