// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.ContractsJson;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a camera's pictures. A copy has no settings: that is how a copy with a filter, a rate or an encoder's
 * options, which froze streams after minutes, cannot be said.
 */
public sealed interface Video {

    Video COPY = new Copy();

    /** As the camera sends it. Written {@code "copy"}. */
    record Copy() implements Video {
        @JsonValue
        String wire() {
            return "copy";
        }
    }

    /**
     * Decoded, and encoded again as H.264 without B-frames. What is null stays as the camera sends it.
     *
     * @param width even; with one side given the other follows
     * @param fps at most this many pictures a second
     * @param bitrateKbps null for what suits size and rate
     * @param keyFrameSeconds distance of key frames, at most the length of a segment
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Encode(
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double fps,
            @Nullable Integer bitrateKbps,
            double keyFrameSeconds,
            Encoder encoder)
            implements Video {

        /** Viewers wait at most this long for their first picture. */
        public static final double KEY_FRAME_SECONDS = 1;

        /** The length of a segment, which must begin with a key frame. */
        public static final double MOST_KEY_FRAME_SECONDS = 2;

        /** H.264 at the camera's own size and rate, for browsers that cannot play what the camera sends. */
        public static final Encode FOR_BROWSERS = new Encode(null, null, null, null, KEY_FRAME_SECONDS, Encoder.AUTO);

        /** What an event leaves out is filled in. */
        public Encode {
            keyFrameSeconds = keyFrameSeconds > 0 ? keyFrameSeconds : KEY_FRAME_SECONDS;
            encoder = Objects.requireNonNullElse(encoder, Encoder.AUTO);
        }
    }

    @JsonCreator
    static Video of(JsonNode node) {
        return node.isObject() ? ContractsJson.mapper().convertValue(node, Encode.class) : COPY;
    }
}
