// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads damage out of what libav writes about a stream: some of it is told nowhere else. */
final class DamageLines {

    private static final Map<Damage.Kind, Pattern> PATTERNS = Map.of(
            Damage.Kind.LOST, any("RTP: missed \\d+ packets", "bad cseq", "jitter buffer full"),
            Damage.Kind.CORRUPT,
                    any(
                            "corrupt(ed)? packet",
                            "Packet corrupt",
                            "PES packet size mismatch",
                            "Continuity check failed",
                            "corrupt input packet"),
            Damage.Kind.DECODE,
                    any(
                            "error while decoding",
                            "concealing \\d+",
                            "decode_slice_header error",
                            "corrupt decoded frame",
                            "Could not find ref with POC",
                            "Invalid NAL unit",
                            "cabac decode of",
                            "Error submitting packet to decoder",
                            "overread \\d+"),
            Damage.Kind.TIMESTAMPS,
                    any("non[- ]monoton", "DTS .*out of order", "Invalid DTS", "timestamp discontinuity"),
            Damage.Kind.PARAMETERS, any("Could not find codec parameters", "unspecified size", "non-existing [SP]PS"));

    private DamageLines() {}

    static Optional<Damage.Kind> kind(String line) {
        return PATTERNS.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(line).find())
                .map(Map.Entry::getKey)
                .min(Enum::compareTo);
    }

    private static Pattern any(String... phrases) {
        return Pattern.compile(String.join("|", phrases), Pattern.CASE_INSENSITIVE);
    }
}
