// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.health;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a session so far.
 *
 * @param lastFrame arrival of the newest picture; null before the first
 * @param interval between pictures, on average
 * @param timestampBreaks jumps of the camera's clock
 */
public record Facts(
        @Nullable Instant lastFrame,
        double fps,
        long bitrate,
        Duration interval,
        long keyFrameIntervalMs,
        long timestampBreaks,
        boolean bFrames) {

    public static final Facts NONE = new Facts(null, 0, 0, Duration.ZERO, 0, 0, false);
}
