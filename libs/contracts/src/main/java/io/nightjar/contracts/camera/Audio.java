// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a camera's sound. */
public enum Audio {
    /** Dropped, which every browser plays. */
    OFF,
    /** As the camera sends it. */
    COPY,
    /** Opus, which browsers play by WebRTC and by HLS alike. */
    OPUS;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Audio> parse(String text) {
        return Arrays.stream(values())
                .filter(audio -> audio.name().equalsIgnoreCase(text.strip()))
                .findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Audio::wire).toList();
    }
}
