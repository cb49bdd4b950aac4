// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import io.nightjar.contracts.importing.Cascade.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lengths of segments and lists. Only the length of a segment still means something: how far key frames may be apart. */
final class SegmentSettings {

    private static final double LEAST = 0.5;
    private static final double LEAST_LOW_LATENCY = 0.2;

    private final Findings findings;
    private final Cascade cascade;

    SegmentSettings(Findings findings, Cascade cascade) {
        this.findings = findings;
        this.cascade = cascade;
    }

    /** How long a segment was wished to be; null where nobody said. */
    @Nullable
    Double seconds(StreamType type) {
        var setting = explicit(VendorTiers.SEGMENT_LENGTH);
        var seconds = setting.map(this::number).orElse(null);
        double least = type.lowLatency() ? LEAST_LOW_LATENCY : LEAST;
        if (seconds != null && seconds < least) {
            findings.warn(
                    VendorTiers.SEGMENT_LENGTH,
                    "segments shorter than " + Shown.number(least) + " s overload a machine; " + Shown.number(least)
                            + " s is used");
            return least;
        }
        return seconds;
    }

    /** The packager keeps segments as viewers need them, whatever an earlier system had to be told. */
    void sayWhatHasNoEffect(boolean transcode) {
        var keys = new ArrayList<>(List.of(VendorTiers.LIST_SIZE, VendorTiers.DELETE_THRESHOLD));
        if (!transcode) {
            keys.addFirst(VendorTiers.SEGMENT_LENGTH);
        }
        var said = new ArrayList<String>();
        keys.forEach(key -> explicit(key).ifPresent(setting -> said.add(said(key, setting))));
        if (!said.isEmpty()) {
            findings.warn(
                    "hls",
                    "Nightjar's packager decides itself how long segments are and how many it keeps, so these have no"
                            + " effect: " + String.join(", ", said));
        }
    }

    private static String said(String key, Setting setting) {
        return key + Shown.value(setting.value()) + " from " + setting.source();
    }

    private Optional<Setting> explicit(String key) {
        return cascade.find(key).filter(setting -> !setting.source().equals(VendorTiers.BUILT_IN));
    }

    private @Nullable Double number(Setting setting) {
        var text = setting.value().isValueNode() ? setting.value().asText("").strip() : "";
        if (text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
            return Double.valueOf(text);
        }
        findings.warn(
                VendorTiers.SEGMENT_LENGTH,
                "must be a number of seconds; what " + setting.source() + " says is ignored");
        return null;
    }
}
