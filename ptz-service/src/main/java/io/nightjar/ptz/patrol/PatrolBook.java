// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.patrol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is remembered of patrols.
 *
 * @param patrols of each camera
 * @param running which patrol each camera is on
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PatrolBook(Map<String, List<Patrol>> patrols, Map<String, String> running) {

    static final PatrolBook EMPTY = new PatrolBook(Map.of(), Map.of());

    PatrolBook {
        patrols = Map.copyOf(Objects.requireNonNullElse(patrols, Map.of()));
        running = Map.copyOf(Objects.requireNonNullElse(running, Map.of()));
    }
}
