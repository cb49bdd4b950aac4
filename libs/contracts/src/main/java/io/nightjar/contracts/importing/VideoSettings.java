// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.Video;
import io.nightjar.contracts.stream.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides whether a camera's pictures are copied or encoded again, and as what. */
final class VideoSettings {

    private static final String KEY_FRAMES = "keyFrameSeconds";
    private static final double SLOWEST = 0.5;
    private static final List<String> MODES = List.of("copy", "transcode");

    private final Findings findings;
    private final Cascade cascade;
    private final OutputOptions options;
    private final SegmentSettings segments;
    private final StreamType type;
    private final boolean transcode;

    /** @param meaning what the stream's type says */
    VideoSettings(Findings findings, Cascade cascade, OutputOptions options, StreamType.Meaning meaning) {
        this.findings = findings;
        this.cascade = cascade;
        this.options = options;
        transcode = transcodes(meaning);
        segments = new SegmentSettings(findings, cascade);
        type = meaning.type();
        segments.sayWhatHasNoEffect(transcode);
        if (!transcode) {
            sayWhatACopyDrops();
        }
    }

    private boolean transcodes(StreamType.Meaning meaning) {
        var mode = cascade.find(VendorTiers.MODE);
        var source = mode.map(Cascade.Setting::source).orElse("");
        if (!source.equals(VendorTiers.CAMERA)) {
            // What the camera's own record says in other words goes before what its vendor's cameras share.
            if (meaning.transcode()) {
                return true;
            }
            if (options.codec().isPresent()) {
                return !options.codec().get().equals("copy");
            }
        }
        var written = mode.map(setting -> setting.value().asText("").strip().toLowerCase(Locale.ROOT));
        if (written.isPresent() && !MODES.contains(written.get())) {
            findings.warn(VendorTiers.MODE, "what " + source + " says is not a mode; the video is copied", MODES);
        }
        return written.filter("transcode"::equals).isPresent();
    }

    private void sayWhatACopyDrops() {
        var dropped = new ArrayList<>(options.pointlessWithCopy());
        for (var key : List.of(VendorTiers.RESOLUTION_MAIN, VendorTiers.RESOLUTION_SUB)) {
            cascade.find(key)
                    .ifPresent(setting -> dropped.add(
                            setting.source().equals(VendorTiers.CAMERA) ? key : key + " from " + setting.source()));
        }
        options.codec().filter(codec -> !codec.equals("copy")).ifPresent(codec -> dropped.add("c:v"));
        if (!dropped.isEmpty()) {
            findings.warn(
                    VendorTiers.MODE,
                    "the video is copied as the camera sends it, so these have no effect: "
                            + String.join(", ", dropped),
                    MODES);
        }
    }

    /**
     * What a native stream says of video and sound.
     *
     * @param only whether this stream serves both roles
     */
    ObjectNode fields(Role role, boolean only) {
        if (!transcode) {
            return options.copied();
        }
        if (only
                && (options.saysGridRate()
                        || cascade.find(VendorTiers.RESOLUTION_SUB).isPresent())) {
            findings.warn(
                    VendorTiers.RESOLUTION_SUB,
                    "this camera has one stream, which is opened once for tiles and full picture alike, so sizes and"
                            + " rates for tiles have no effect");
        }
        var fields = options.encoded(role);
        var video = fields.withObjectProperty("video");
        size(role).ifPresent(size -> {
            video.remove(List.of("width", "height"));
            size.addTo(video);
        });
        keyFrames(video);
        return fields;
    }

    /** A segment begins with a key frame, so they are never farther apart than it is long. */
    private void keyFrames(ObjectNode video) {
        var segment = segments.seconds(type);
        if (segment == null) {
            return;
        }
        double longest = Math.min(segment, Video.Encode.MOST_KEY_FRAME_SECONDS);
        double given = video.path(KEY_FRAMES).asDouble(longest);
        if (given > longest) {
            findings.warn(
                    "g",
                    "key frames every " + Shown.number(given) + " s are farther apart than a segment of "
                            + Shown.number(longest) + " s is long; they come every " + Shown.number(longest) + " s");
        }
        double leastByRate =
                video.has("fps") ? 1 / Math.max(SLOWEST, video.path("fps").asDouble()) : 0;
        video.put(KEY_FRAMES, Math.max(Math.min(given, longest), leastByRate));
    }

    /** Empty where the options, or the camera itself, decide. */
    private Optional<Size> size(Role role) {
        var key = role == Role.MAIN ? VendorTiers.RESOLUTION_MAIN : VendorTiers.RESOLUTION_SUB;
        var setting = cascade.find(key);
        var size = setting.flatMap(found -> Size.parse(found.value().asText("")));
        if (setting.isPresent() && size.isEmpty()) {
            findings.warn(
                    key,
                    "what " + setting.get().source() + " says is not a size and is ignored",
                    List.of(Size.ALLOWED));
        }
        return size;
    }
}
