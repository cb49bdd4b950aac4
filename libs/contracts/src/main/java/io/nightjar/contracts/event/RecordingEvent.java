// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonValue;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.stream.Role;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A fact about footage: a recording began or ended, a file was closed, or something is missing and why.
 *
 * @param kind motion, continuous, manual or snapshot
 * @param from where the footage, or the gap, begins
 * @param path of the closed segment, relative to the recordings folder
 * @param reason why it failed or what made the gap
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RecordingEvent(
        String recording,
        CameraId camera,
        Role role,
        String kind,
        Phase phase,
        Instant from,
        @Nullable Instant to,
        @Nullable String path,
        @Nullable Long bytes,
        @Nullable String reason,
        Instant at) {

    public enum Phase {
        STARTED,
        SEGMENT_CLOSED,
        STOPPED,
        FAILED,
        GAP;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
