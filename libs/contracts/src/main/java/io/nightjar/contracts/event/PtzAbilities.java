// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a head can do, as the camera says or was found out. The page offers nothing else.
 *
 * @param steps one order is one step: it has no speed, and goes no way in between
 * @param presets goes to positions it remembers
 * @param savePresets new ones can be remembered, and old ones forgotten
 * @param maxPresets how many; 0 where the camera does not say
 * @param setHome the present position can be made home
 * @param absolute goes to a position
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record PtzAbilities(
        boolean panTilt,
        boolean zoom,
        boolean focus,
        boolean steps,
        boolean presets,
        boolean savePresets,
        int maxPresets,
        boolean home,
        boolean setHome,
        boolean absolute,
        boolean relative) {

    public static final PtzAbilities NONE =
            new PtzAbilities(false, false, false, false, false, false, 0, false, false, false, false);
}
