// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import java.util.Map;
import java.util.Optional;

/** Options of ffmpeg that people know and that have no place here, with the reason. */
final class RefusedOptions {

    private static final String PACKAGED = "is not needed: Nightjar makes its segments and playlists itself";
    private static final String QUALITY = "has no equivalent: give the encoder a rate by -b:v instead";
    private static final String SOUND = "has no equivalent: sound is dropped, copied, or made Opus as it suits";
    private static final String WHOLE = "has no equivalent: a live stream has no beginning and no end";
    private static final String OTHER_SOURCES = "has no equivalent: a stream has one source, read safely";

    private static final Map<String, String> WHY = Map.ofEntries(
            Map.entry("f", "is not needed: what an address carries is said by protocol, what comes out by Nightjar"),
            Map.entry("movflags", PACKAGED),
            Map.entry("segment_time", PACKAGED),
            Map.entry("flush_packets", PACKAGED),
            Map.entry("crf", QUALITY),
            Map.entry("qp", QUALITY),
            Map.entry("cq", QUALITY),
            Map.entry("q", QUALITY),
            Map.entry("q:v", QUALITY),
            Map.entry("b:a", SOUND),
            Map.entry("ar", SOUND),
            Map.entry("ac", SOUND),
            Map.entry("af", SOUND),
            Map.entry("ss", WHOLE),
            Map.entry("t", WHOLE),
            Map.entry("to", WHOLE),
            Map.entry("frames:v", WHOLE),
            Map.entry("shortest", WHOLE),
            Map.entry("vn", "has no equivalent: a stream without pictures is none"),
            Map.entry("copyts", "has no equivalent: pictures carry the time they arrived"),
            Map.entry("filter_complex", OTHER_SOURCES),
            Map.entry("lavfi", OTHER_SOURCES),
            Map.entry("protocol_whitelist", OTHER_SOURCES),
            Map.entry("stream_loop", OTHER_SOURCES),
            Map.entry("headers", "has no equivalent: it may hold secrets; user and password belong in credentials"),
            Map.entry("user_agent", "has no equivalent: Nightjar gives its own name"),
            Map.entry("hwaccel", "has no equivalent: say encoder: hardware in video, the machine's own is found"),
            Map.entry(
                    "hwaccel_device", "has no equivalent: say encoder: hardware in video, the machine's own is found"),
            Map.entry("threads", "has no equivalent: encoders take what the machine can spare"),
            Map.entry("thread_queue_size", "has no equivalent: say input.highWatermark"),
            Map.entry("rtbufsize", "has no equivalent: say input.bufferBytes"),
            Map.entry("drop", "has no equivalent in this build of ffmpeg's libraries: say input.highWatermark"),
            Map.entry(
                    "reorder_queue_size", "has no equivalent: say how long a late packet is waited for by -max_delay"));

    private RefusedOptions() {}

    static Optional<String> why(String name) {
        return name.startsWith("hls_") ? Optional.of(PACKAGED) : Optional.ofNullable(WHY.get(name));
    }
}
