// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import io.nightjar.contracts.event.PtzAbilities;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to heads and answered by them, for the API's description; bodies themselves pass through as they are. */
final class PtzShapes {
    private PtzShapes() {}

    @Schema(
            name = "PtzMove",
            description = "A speed. Without timeoutMs it is a hold: repeat it every 200 ms; the head stops 500 ms after"
                    + " the last one, and at once at stop.")
    record Move(
            @Schema(minimum = "-1", maximum = "1", description = "To the right.")
            double pan,

            @Schema(minimum = "-1", maximum = "1", description = "Upwards.")
            double tilt,

            @Schema(minimum = "-1", maximum = "1", description = "Towards the picture.")
            double zoom,

            @Schema(minimum = "-1", maximum = "1", description = "Towards what is far.")
            double focus,

            @Schema(minimum = "1", maximum = "5000", description = "Moves for so long and stops by itself.") @Nullable
            Integer timeoutMs) {}

    @Schema(name = "PtzMoved")
    record Moved(
            @Schema(description = "The language the head was spoken to in.")
            String driver,

            @Schema(description = "The head moves like this already; nothing was sent.")
            boolean renewed,

            @Schema(description = "From the order to the camera's answer.")
            long ms) {}

    @Schema(name = "PtzPosition", description = "In parts of what the head can reach.")
    record Position(
            @Schema(minimum = "-1", maximum = "1") double pan,
            @Schema(minimum = "-1", maximum = "1") double tilt,
            @Schema(minimum = "0", maximum = "1") double zoom) {}

    @Schema(name = "PtzStep", description = "A way, in parts of what the head can reach.")
    record Step(
            @Schema(minimum = "-1", maximum = "1") double pan,
            @Schema(minimum = "-1", maximum = "1") double tilt,
            @Schema(minimum = "-1", maximum = "1") double zoom) {}

    @Schema(name = "PtzLeaseState")
    record Lease(String holder, String until) {}

    @Schema(name = "PtzStatus")
    record Status(
            @Nullable Position position,
            boolean moving,
            @Nullable Lease lease,
            @Nullable String driver,
            PtzAbilities abilities,

            @Schema(description = "Where it was sent last.") @Nullable
            String preset,

            @Nullable String patrol,
            boolean patrolPaused,

            @Schema(description = "Why it cannot be moved now.") @Nullable
            String error,

            @Nullable String reason,
            @Nullable String hint) {}

    @Schema(name = "PtzPreset")
    record Preset(
            @Schema(description = "Opaque; encode it as one segment of a path.")
            String token,

            String name,

            @Schema(description = "Whether there is a picture of what is seen from there.")
            boolean picture) {}

    @Schema(name = "PtzPresets")
    record Presets(List<Preset> items, @Nullable String next) {}

    @Schema(name = "PtzNewPreset")
    record NewPreset(
            String name,

            @Schema(description = "Of a preset that is to mean the present position from now on.") @Nullable
            String token) {}

    @Schema(name = "PtzPatrolStep")
    record PatrolStep(
            @Schema(description = "A preset's token.") String preset,
            @Schema(minimum = "1") int dwellSeconds) {}

    @Schema(name = "PtzNewPatrol")
    record NewPatrol(
            String name,
            List<PatrolStep> steps,

            @Schema(description = "It goes on so long after somebody moved the head away; 60 when left out.") @Nullable
            Integer resumeAfterSeconds) {}

    @Schema(name = "PtzPatrol")
    record Patrol(
            String id,
            String name,
            List<PatrolStep> steps,
            @Nullable Integer resumeAfterSeconds,
            boolean running) {}

    @Schema(name = "PtzPatrols")
    record Patrols(List<Patrol> items, @Nullable String next) {}

    @Schema(name = "PtzLease")
    record NewLease(
            @Schema(minimum = "1", maximum = "300") int seconds,

            @Schema(description = "Takes it from who holds it; for administrators.") @Nullable
            Boolean take) {}

    @Schema(name = "BridgeCaptcha")
    record Captcha(
            @Schema(minLength = 1, maxLength = 64, description = "What is read in the picture.")
            String text) {}

    @Schema(name = "BridgeCode")
    record Code(
            @Schema(minLength = 1, maxLength = 64, description = "As it was sent to the owner of the account.")
            String code) {}
}
