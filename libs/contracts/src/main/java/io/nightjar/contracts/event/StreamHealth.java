// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonValue;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.contracts.stream.StreamState;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one stream is, measured where its frames pass. Sent on change and every 5 s; the newest per stream is kept.
 *
 * @param since when the state began
 * @param reason one sentence for people, without secrets; present when something is wrong
 * @param nextTry when the next attempt begins, while waiting
 * @param media what is flowing; null before the first frame
 * @param instance base URL of the ingest process that owns the stream, for internal calls
 * @param standIn present while another role's pictures are shown because this one's cannot be had
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
        String instance,
        @Nullable StandIn standIn) {

    /** A stream that runs, or does not, by itself. */
    public StreamHealth(
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
        this(stream, state, since, at, error, reason, hint, nextTry, attempt, restarts, media, instance, null);
    }

    /**
     * The role whose pictures are shown instead; its own is tried again all the while.
     *
     * @param reason one sentence for people
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record StandIn(Role role, String reason) {}

    /** The publication that every browser plays: H.264 without B-frames, at the stream's {@code .web} path. */
    public enum Web {
        /** What is published plays as it is. */
        @JsonEnumDefaultValue
        NOT_NEEDED,
        /** It is made while somebody leases it. */
        ON_DEMAND,
        RUNNING;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * How the pictures come in and what becomes of them.
     *
     * @param protocol they come in by
     * @param converted what is published was decoded and encoded again
     * @param remark what a person should know about this way in, such as that the camera offers no better one
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Delivery(
            Protocol protocol,
            boolean converted,
            Web web,
            @Nullable String remark) {}

    /**
     * @param frameAgeMs since the newest frame arrived
     * @param timestampBreaks jumps in the camera's clock since the session began
     * @param frozen decoded key frames have stopped changing
     * @param delivery null where a version before this one wrote it
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
            boolean black,
            @Nullable Delivery delivery) {

        public Media(
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
                boolean black) {
            this(
                    codec,
                    width,
                    height,
                    fps,
                    bitrate,
                    transport,
                    audioCodec,
                    frameAgeMs,
                    keyFrameIntervalMs,
                    timestampBreaks,
                    bFrames,
                    frozen,
                    black,
                    null);
        }
    }
}
