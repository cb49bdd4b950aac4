// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.kit.Problem;

/** Why a head does not move. */
final class PtzRules {

    private PtzRules() {}

    static Problem refusal(CameraSpec camera) {
        if (!camera.can(Capability.PTZ)) {
            return Problem.of(
                            Problem.Kind.CONFLICT,
                            "The camera " + camera.id() + " is not asked to move: ptz is not among its capabilities.")
                    .withHint("If it has a motor, add ptz to its capabilities.");
        }
        return Problem.unsupported("This version of Nightjar cannot move cameras yet.")
                .withHint("Live video and health of the camera work without it.");
    }
}
