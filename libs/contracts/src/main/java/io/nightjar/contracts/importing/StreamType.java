// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a camera was delivered, and what that says about how it is reached. Every delivery is offered now. */
enum StreamType {
    HLS,
    LL_HLS,
    WEBRTC,
    MJPEG,
    RTMP,
    NEOLINK,
    NEOLINK_LL_HLS;

    /** The names to offer where another was written. */
    static final List<String> ALLOWED =
            List.of("HLS", "LL_HLS", "MJPEG", "mjpeg_proxy", "RTMP", "NEOLINK", "NEOLINK_LL_HLS", "webrtc");

    /**
     * What a written name means.
     *
     * @param transcode the pictures were encoded again
     * @param encrypted reached by RTSP over TLS
     */
    record Meaning(StreamType type, boolean transcode, boolean encrypted) {}

    /** The one table of names, by their lower case with underscores. */
    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            Map.entry("hls", new Meaning(HLS, false, false)),
            Map.entry("hls_transcode", new Meaning(HLS, true, false)),
            Map.entry("rtsps_transcode", new Meaning(HLS, true, true)),
            Map.entry("ll_hls", new Meaning(LL_HLS, false, false)),
            Map.entry("webrtc", new Meaning(WEBRTC, false, false)),
            Map.entry("mjpeg", new Meaning(MJPEG, false, false)),
            Map.entry("mjpeg_proxy", new Meaning(MJPEG, false, false)),
            Map.entry("rtmp", new Meaning(RTMP, false, false)),
            Map.entry("neolink", new Meaning(NEOLINK, false, false)),
            Map.entry("neolink_ll_hls", new Meaning(NEOLINK_LL_HLS, false, false)));

    static Optional<Meaning> parse(String written) {
        return Optional.ofNullable(
                MEANINGS.get(written.strip().toLowerCase(Locale.ROOT).replace('-', '_')));
    }

    static Set<String> names() {
        return MEANINGS.keySet();
    }

    boolean lowLatency() {
        return this == LL_HLS || this == NEOLINK_LL_HLS;
    }

    boolean neolink() {
        return this == NEOLINK || this == NEOLINK_LL_HLS;
    }
}
