// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.trial;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a camera did.
 *
 * @param ok whether pictures came
 * @param picture the first picture as a data address; null without any
 */
public record TrialResult(
        boolean ok,
        List<Step> steps,
        List<Stream> streams,
        @Nullable String picture) {

    public TrialResult {
        steps = List.copyOf(steps);
        streams = List.copyOf(streams);
    }

    /**
     * One thing that was tried, in order.
     *
     * @param step address, reach, sign-in, streams or video
     * @param detail one sentence for people, without secrets
     * @param hint what to try when it failed
     */
    public record Step(
            String step,
            boolean ok,
            String detail,
            @Nullable String hint,
            long ms) {}

    /** @param score size times rate, less what is repeated */
    public record Stream(
            String role,
            String codec,
            int width,
            int height,
            double fps,
            String protocol,
            String transport,
            @Nullable String audio,
            double score) {}
}
