// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.patrol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.util.List;

/**
 * A round of presets.
 *
 * @param resumeAfterSeconds it goes on so long after the last order of a person
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Patrol(String id, String name, List<Step> steps, int resumeAfterSeconds) {

    public static final int RESUME_SECONDS = 60;

    public Patrol {
        steps = List.copyOf(steps);
    }

    /** One preset, and how long the head looks from there. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Step(String preset, int dwellSeconds) {

        public Duration dwell() {
            return Duration.ofSeconds(dwellSeconds);
        }
    }

    public Duration resumeAfter() {
        return Duration.ofSeconds(resumeAfterSeconds);
    }
}
