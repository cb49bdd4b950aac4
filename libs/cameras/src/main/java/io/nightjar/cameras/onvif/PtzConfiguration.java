// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a node is used by a profile.
 *
 * @param defaultSpaces by the schema's name, such as {@code DefaultContinuousPanTiltVelocitySpace}; a kind of move without
 *     one is not supported
 * @param timeout after which a move ends whose request names no end
 */
public record PtzConfiguration(
        String token, String name, String node, Map<String, String> defaultSpaces, Optional<Duration> timeout) {

    public PtzConfiguration {
        defaultSpaces = Map.copyOf(defaultSpaces);
    }
}
