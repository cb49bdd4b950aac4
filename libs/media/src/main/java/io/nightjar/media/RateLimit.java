// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import org.jspecify.annotations.Nullable;

/** Lets so many pictures a second pass, evenly, by the times they bear. */
final class RateLimit {

    private final double interval;
    private double due;
    private boolean begun;

    RateLimit(@Nullable Double fps) {
        interval = fps == null ? 0 : 1_000_000 / fps;
    }

    boolean passes(long pts) {
        // Half an interval of patience: times that tremble must not cost a picture of a camera that is just slow
        // enough.
        if (begun && pts < due - interval / 2 && pts > due - 2 * interval - 1_000_000) {
            return false;
        }
        boolean broken = !begun || Math.abs(pts - due) > interval;
        due = (broken ? pts : due) + interval;
        begun = true;
        return true;
    }
}
