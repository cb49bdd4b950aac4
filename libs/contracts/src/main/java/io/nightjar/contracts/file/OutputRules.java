// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.Audio;
import io.nightjar.contracts.camera.Encoder;
import io.nightjar.contracts.file.OptionRules.Rule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the options after {@code -i} mean. */
final class OutputRules {

    private static final int BITS_PER_KILOBIT = 1000;
    private static final Set<String> SOFTWARE = Set.of("libx264", "libopenh264");
    private static final Set<String> HARDWARE =
            Set.of("h264_nvenc", "h264_qsv", "h264_vaapi", "h264_v4l2m2m", "h264_amf", "h264_videotoolbox", "h264_mf");

    private OutputRules() {}

    static Map<String, Rule> all() {
        var rules = new TreeMap<String, Rule>();
        rules.put("c", OutputRules::codec);
        rules.put("c:v", (draft, name, value) -> videoCodec(draft, value));
        rules.put("c:a", (draft, name, value) -> audioCodec(draft, value));
        rules.put("an", (draft, name, value) -> draft.noAudio());
        rules.put("map", (draft, name, value) -> map(draft, value));
        rules.put("vf", (draft, name, value) -> FilterChain.apply(draft, value));
        rules.put("r", (draft, name, value) -> draft.video("fps", Quantity.number(value), name));
        rules.put("s", OutputRules::size);
        rules.put("b:v", (draft, name, value) -> draft.video("bitrateKbps", kilobits(value), name));
        rules.put("maxrate", (draft, name, value) -> draft.highestRate(kilobits(value)));
        rules.put("bufsize", (draft, name, value) -> {
            kilobits(value);
            draft.encodingAlways(name);
        });
        rules.put("g", (draft, name, value) -> draft.keyFrames(name).every(Quantity.whole(value)));
        rules.put("keyint_min", (draft, name, value) -> draft.keyFrames(name).atLeast(Quantity.whole(value)));
        rules.put("force_key_frames", (draft, name, value) -> draft.keyFrames(name)
                .forced(value));
        rules.put("x264-params", (draft, name, value) -> X264Params.apply(draft, value));
        rules.put("profile:v", encodingAlways("baseline"));
        rules.put("pix_fmt", encodingAlways("yuv420p"));
        rules.put("tune", encodingAlways("zerolatency"));
        rules.put("sc_threshold", encodingAlways("0"));
        rules.put("bf", encodingAlways("0"));
        rules.put("preset", (draft, name, value) -> draft.encodingAlways(name));
        rules.put("level", (draft, name, value) -> draft.encodingAlways(name));
        rules.put("fps_mode", (draft, name, value) -> draft.arrivalTimes(name));
        rules.put("muxdelay", always("0"));
        rules.put("muxpreload", always("0"));
        rules.put("bsf", always("h264_mp4toannexb"));
        rules.put(
                "flags", (draft, name, value) -> InputRules.flags(draft, name, value, Set.of("global_header", "cgop")));
        InputRules.MEANINGLESS.forEach(option -> rules.put(option, (draft, name, value) -> draft.meaningless(name)));
        return rules;
    }

    private static void codec(OptionDraft draft, String name, String value) {
        Wanted.oneOf(value, "copy");
        draft.copyVideo();
        draft.audio(Audio.COPY);
    }

    private static void videoCodec(OptionDraft draft, String value) {
        if (value.equals("copy")) {
            draft.copyVideo();
        } else if (value.equals("h264") || SOFTWARE.contains(value)) {
            draft.encode(value.equals("h264") ? Encoder.AUTO : Encoder.SOFTWARE);
        } else if (HARDWARE.contains(value)) {
            draft.encode(Encoder.HARDWARE);
        } else {
            throw new OptionRefused("cannot be \"" + Fields.shortened(value)
                    + "\": what is encoded is encoded as H.264, which every browser plays; write copy, h264, libx264 or"
                    + " a hardware encoder such as h264_vaapi");
        }
    }

    private static void audioCodec(OptionDraft draft, String value) {
        switch (value) {
            case "copy" -> draft.audio(Audio.COPY);
            case "libopus", "opus" -> draft.audio(Audio.OPUS);
            default ->
                throw new OptionRefused("cannot be \"" + Fields.shortened(value)
                        + "\": write copy, or libopus, which browsers play by WebRTC and by HLS alike");
        }
    }

    private static void map(OptionDraft draft, String value) {
        var track = value.endsWith("?") ? value.substring(0, value.length() - 1) : value;
        switch (track) {
            case "0:v", "0:v:0" -> draft.mapped(false);
            case "0", "0:a", "0:a:0" -> draft.mapped(true);
            default -> throw new OptionRefused("may be 0:v:0 and 0:a:0; a stream has one picture and one sound");
        }
    }

    private static void size(OptionDraft draft, String name, String value) {
        var size = Quantity.size(value);
        draft.video("width", size.width(), name);
        draft.video("height", size.height(), name);
    }

    static int kilobits(String value) {
        return (int) Math.round(Quantity.number(value) / BITS_PER_KILOBIT);
    }

    private static Rule always(String only) {
        return (draft, name, value) -> {
            Wanted.oneOf(value, only);
            draft.always(name);
        };
    }

    private static Rule encodingAlways(String only) {
        return (draft, name, value) -> {
            Wanted.oneOf(value, only);
            draft.encodingAlways(name);
        };
    }
}
