// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.health;

import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.Role;
import java.time.Instant;
import java.util.Optional;

/**
 * Another role's pictures that are shown in place of a stream's own.
 *
 * @param since when they began to be
 * @param media what flows; empty before the first frame
 */
public record StandInView(Role role, Instant since, Optional<StreamHealth.Media> media) {

    StreamHealth.StandIn words(Role missed) {
        return new StreamHealth.StandIn(
                role,
                "The " + role.wire() + " stream is shown because the " + missed.wire() + " stream cannot be had.");
    }
}
