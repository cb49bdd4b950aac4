// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Set;

/** The one table of friendly and older names of command-line options. */
final class OptionNames {

    private static final String MISSPELT = "hsl_";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("maps", "map"),
            Map.entry("transport", "rtsp_transport"),
            Map.entry("video_codec", "c:v"),
            Map.entry("vcodec", "c:v"),
            Map.entry("codec:v", "c:v"),
            Map.entry("audio_codec", "c:a"),
            Map.entry("acodec", "c:a"),
            Map.entry("codec:a", "c:a"),
            Map.entry("profile", "profile:v"),
            Map.entry("pixel_format", "pix_fmt"),
            Map.entry("fps", "r"),
            Map.entry("framerate", "r"),
            Map.entry("filter:v", "vf"),
            Map.entry("gop", "g"),
            Map.entry("bitrate", "b:v"),
            Map.entry("video_bitrate", "b:v"),
            Map.entry("vb", "b:v"),
            Map.entry("segment_length", "hls_time"),
            Map.entry("hls_segment_length", "hls_time"),
            Map.entry("list_size", "hls_list_size"),
            Map.entry("delete_threshold", "hls_delete_threshold"));

    private OptionNames() {}

    static Set<String> others() {
        return NAMES.keySet();
    }

    /** The same options under their own names; an option given under both names keeps its own. */
    static LegacyObject canonical(LegacyObject options, String prefix) {
        var renamed = JsonNodeFactory.instance.objectNode();
        options.node().properties().forEach(option -> {
            var name = canonical(option.getKey());
            if (option.getKey().startsWith(MISSPELT)) {
                options.findings()
                        .warn(
                                prefix + option.getKey(),
                                "is an old misspelling and is read as " + name + "; please correct it");
            }
            if (name.equals(option.getKey()) || !renamed.has(name)) {
                renamed.set(name, option.getValue());
            }
        });
        return new LegacyObject(renamed, prefix, options.findings());
    }

    private static String canonical(String name) {
        if (name.startsWith(MISSPELT)) {
            return "hls_" + name.substring(MISSPELT.length());
        }
        return NAMES.getOrDefault(name, name);
    }
}
