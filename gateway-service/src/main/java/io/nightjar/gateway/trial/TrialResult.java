// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a camera did, step by step. An allow-list: what an ingest process says beyond this goes no further.
 *
 * @param ok whether video came
 * @param streams what was found, best first
 * @param picture the newest picture as a data address; null when there is none
 * @param remark what to know about the trial as a whole, such as that a stored password was not used; null for nothing
 */
@Schema(description = "How a camera did, step by step, in the order in which it was tried.")
public record TrialResult(
        boolean ok,
        List<Step> steps,
        List<Stream> streams,
        @JsonInclude(Include.ALWAYS) @Nullable String picture,
        @JsonInclude(Include.ALWAYS) @Nullable String remark) {

    private static final String PICTURE = "data:image/jpeg;base64,";
    private static final int LARGEST_PICTURE = 4 * 1024 * 1024;

    /**
     * @param step address, reach, sign-in, streams or video
     * @param detail one sentence
     * @param hint what to try when it failed
     * @param ms how long it took
     */
    @Schema(name = "TrialStep")
    public record Step(
            String step,
            boolean ok,
            @JsonInclude(Include.ALWAYS) @Nullable String detail,
            @JsonInclude(Include.ALWAYS) @Nullable String hint,
            long ms) {}

    /** @param score width x height x frames per second, less what is repeated: the higher the better */
    @Schema(name = "TrialStream")
    @JsonInclude(Include.ALWAYS)
    public record Stream(
            @Nullable String role,
            @Nullable String codec,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double fps,
            @Nullable String protocol,
            @Nullable String transport,
            @Nullable String audio,
            @Nullable Double score) {}

    /** What an older ingest leaves out is filled in. */
    public TrialResult {
        steps = List.copyOf(Objects.requireNonNullElse(steps, List.of()));
        streams = List.copyOf(Objects.requireNonNullElse(streams, List.of()));
        picture =
                picture != null && picture.startsWith(PICTURE) && picture.length() <= LARGEST_PICTURE ? picture : null;
    }

    /** @param said in place of what an ingest process may say there */
    TrialResult cleaned(Redaction redaction, @Nullable String said) {
        var clean = steps.stream()
                .map(step -> new Step(
                        redaction.of(step.step()),
                        step.ok(),
                        redaction.orNull(step.detail()),
                        redaction.orNull(step.hint()),
                        step.ms()))
                .toList();
        return new TrialResult(ok, clean, streams, picture, said);
    }
}
