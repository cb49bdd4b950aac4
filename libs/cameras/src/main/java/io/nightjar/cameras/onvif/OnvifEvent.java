// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something a device noticed.
 *
 * @param topic without prefixes, such as {@code RuleEngine/CellMotionDetector/Motion}
 * @param change what the message says about the state: it may be the first word about it
 * @param time by the camera's clock; empty where it gives none that exists
 * @param source what noticed it, by names that differ from vendor to vendor
 * @param data what it noticed, likewise
 */
public record OnvifEvent(
        String topic, Change change, Optional<Instant> time, Map<String, String> source, Map<String, String> data) {

    /** What a message says about a state. */
    public enum Change {
        INITIALIZED,
        CHANGED,
        DELETED;

        static Change parse(String text) {
            return switch (text) {
                case "Initialized" -> INITIALIZED;
                case "Deleted" -> DELETED;
                default -> CHANGED;
            };
        }
    }

    public OnvifEvent {
        source = Map.copyOf(source);
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** Whether it is so now; empty where the first value is no yes and no no. */
    public Optional<Boolean> active() {
        return data.values().stream().findFirst().flatMap(value -> switch (value) {
            case "true", "1", "active" -> Optional.of(true);
            case "false", "0", "inactive" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** Motion, person, vehicle and the like; empty for what is no detection. */
    public Optional<String> kind() {
        return EventKinds.of(topic);
    }
}
