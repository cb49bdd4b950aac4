// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.util.Optional;

/** Where a head stands and whether it moves, as far as the device knows and says. */
public record PtzStatus(Optional<PtzVector> position, MoveState panTilt, MoveState zoom, Optional<String> error) {

    /** Some devices never leave one of these. */
    public enum MoveState {
        IDLE,
        MOVING,
        UNKNOWN;

        static MoveState parse(String text) {
            return switch (text) {
                case "IDLE" -> IDLE;
                case "MOVING" -> MOVING;
                default -> UNKNOWN;
            };
        }
    }
}
