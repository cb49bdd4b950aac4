// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which of a record's output options count: {@code ll_hls.video} for low-latency delivery, {@code rtsp_output} otherwise;
 * sizes, grid rates and segment lengths of the latter in both cases.
 */
final class DeliverySettings {

    /** Options that hold however a camera is delivered. */
    private static final List<String> SHARED = Stream.concat(
                    VendorTiers.SETTINGS.stream(), Stream.of("frame_rate_grid_mode"))
            .toList();

    /** The same, where a record has them beside its sections; older names included. */
    private static final List<String> BESIDE = List.of(
            "hls_time",
            "hls_segment_length",
            "segment_length",
            "hls_list_size",
            "hls_delete_threshold",
            "hsl_delete_threshold",
            "hls_mode",
            "resolution_main",
            "resolution_sub",
            "frame_rate_grid_mode");

    private final OutputOptions options;
    private final LegacyObject beside;
    private final Optional<String> sound;

    DeliverySettings(LegacyObject record, StreamType type) {
        beside = OptionNames.canonical(picked(record), "");
        var plain = OptionNames.canonical(record.section("rtsp_output"), "rtsp_output.");
        var lowLatency = record.section("ll_hls");
        var video = lowLatency.section("video");
        if (!type.lowLatency() || video.node().isEmpty()) {
            options = new OutputOptions(plain, "rtsp_output");
            if (!type.lowLatency()) {
                record.notNeeded("ll_hls");
            }
            sound = type.lowLatency() && lowLatency.has("audio") ? Optional.of(sound(lowLatency)) : Optional.empty();
            return;
        }
        options = new OutputOptions(merged(video, plain), "ll_hls.video");
        if (!plain.node().isEmpty()) {
            new OutputOptions(withoutShared(plain), "rtsp_output").dismiss();
        }
        sound = Optional.of(sound(lowLatency));
        lowLatency.notNeeded("publisher", "enabled");
        lowLatency.reportUnknown();
    }

    private static LegacyObject picked(LegacyObject record) {
        var picked = JsonNodeFactory.instance.objectNode();
        for (var name : BESIDE) {
            var value = record.value(name);
            if (value != null) {
                picked.set(name, value);
            }
        }
        return new LegacyObject(picked, "", record.findings());
    }

    private static LegacyObject merged(LegacyObject video, LegacyObject plain) {
        var merged = OptionNames.canonical(video, "ll_hls.video.").node().<ObjectNode>deepCopy();
        for (var name : SHARED) {
            var value = plain.value(name);
            if (value != null && !merged.has(name)) {
                merged.set(name, value);
            }
        }
        return new LegacyObject(merged, "ll_hls.video.", video.findings());
    }

    private static LegacyObject withoutShared(LegacyObject plain) {
        var rest = plain.node().<ObjectNode>deepCopy();
        rest.remove(SHARED);
        return new LegacyObject(rest, "rtsp_output.", plain.findings());
    }

    private static String sound(LegacyObject lowLatency) {
        var section = lowLatency.section("audio");
        boolean enabled = section.flag("enabled").orElse(false);
        section.notNeeded("c:a", "codec", "b:a", "bitrate", "ar", "ac", "sample_rate", "channels");
        section.reportUnknown();
        return enabled ? "opus" : "off";
    }

    OutputOptions options() {
        return options;
    }

    /** What the record says of a setting that may also stand elsewhere. */
    Optional<JsonNode> setting(String key) {
        return options.setting(key).or(() -> Optional.ofNullable(beside.value(key)));
    }

    /** What low-latency delivery says of sound, which goes before options. */
    Optional<String> sound() {
        return sound;
    }
}
