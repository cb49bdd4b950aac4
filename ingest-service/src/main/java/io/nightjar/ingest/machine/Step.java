// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.machine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What follows from an event.
 *
 * @param wake when the machine wants a {@link Event.Tick}; empty where only somebody's wish changes anything
 */
public record Step(Situation situation, List<Effect> effects, Optional<Instant> wake) {

    public Step {
        effects = List.copyOf(effects);
    }
}
