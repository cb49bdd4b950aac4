// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.contracts.stream.StreamState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one stream is, measured where its frames pass. Sent on change and every 5 s; the newest per stream is kept.
 *
 * @param since when the state began
 * @param reason one sentence for people, without secrets; present when something is wrong
 * @param nextTry when the next attempt begins, while waiting
 * @param media what is flowing; null before the first frame
 * @param instance base URL of the ingest process that owns the stream, for internal calls
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StreamHealth(
        StreamId stream,
        StreamState.Name state,
        Instant since,
        Instant at,
        @Nullable ErrorKind error,
        @Nullable String reason,
        @Nullable String hint,
        @Nullable Instant nextTry,
        int attempt,
        long restarts,
        @Nullable Media media,
        String instance) {

    /**
     * @param frameAgeMs since the newest frame arrived
     * @param timestampBreaks jumps in the camera's clock since the session began
     * @param frozen decoded key frames have stopped changing
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Media(
            String codec,
            int width,
            int height,
            double fps,
            long bitrate,
            String transport,
            @Nullable String audioCodec,
            long frameAgeMs,
            long keyFrameIntervalMs,
            long timestampBreaks,
            boolean bFrames,
            boolean frozen,
            boolean black) {}
}
