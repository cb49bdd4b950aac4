// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from an event.
 *
 * @param wake when the machine wants a {@link HeadEvent.Tick}; null where only an event changes anything
 */
public record HeadStep(
        HeadState state, List<HeadEffect> effects, @Nullable Instant wake) {

    public HeadStep {
        effects = List.copyOf(effects);
    }
}
