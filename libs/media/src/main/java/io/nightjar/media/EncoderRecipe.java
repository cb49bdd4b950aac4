// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.bytedeco.ffmpeg.global.avutil.*;

import io.nightjar.media.KnownOption.Owner;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * How one of libav's H.264 encoders is made to give every picture at once, as constrained baseline without B-frames.
 *
 * @param name libav's
 * @param hardware encodes outside the processor's cores
 * @param pixelFormat it takes
 * @param device the kind of device whose memory pictures are brought to first; none when it takes them as they are
 * @param capped keeps a bitrate better when told how far it may be exceeded
 * @param options its own
 */
record EncoderRecipe(
        String name, boolean hardware, int pixelFormat, int device, boolean capped, Map<String, String> options) {

    private static final int NONE = avutil.AV_HWDEVICE_TYPE_NONE;

    /** The order in which they are tried. */
    static final List<EncoderRecipe> ALL = List.of(
            new EncoderRecipe(
                    "h264_nvenc",
                    true,
                    AV_PIX_FMT_YUV420P,
                    NONE,
                    true,
                    Map.of(
                            "preset",
                            "p2",
                            "tune",
                            "ull",
                            "zerolatency",
                            "1",
                            "delay",
                            "0",
                            "forced-idr",
                            "1",
                            "profile",
                            "baseline",
                            "rc",
                            "cbr",
                            "no-scenecut",
                            "1")),
            new EncoderRecipe(
                    "h264_qsv",
                    true,
                    AV_PIX_FMT_NV12,
                    NONE,
                    true,
                    Map.of("preset", "veryfast", "async_depth", "1", "forced_idr", "1", "look_ahead", "0")),
            new EncoderRecipe(
                    "h264_vaapi", true, AV_PIX_FMT_NV12, AV_HWDEVICE_TYPE_VAAPI, true, Map.of("async_depth", "1")),
            new EncoderRecipe("h264_v4l2m2m", true, AV_PIX_FMT_YUV420P, NONE, false, Map.of()),
            new EncoderRecipe(
                    "libx264",
                    false,
                    AV_PIX_FMT_YUV420P,
                    NONE,
                    true,
                    Map.of(
                            "preset",
                            "veryfast",
                            "tune",
                            "zerolatency",
                            "profile",
                            "baseline",
                            "forced-idr",
                            "1",
                            "x264-params",
                            "scenecut=0:open_gop=0")),
            new EncoderRecipe(
                    "libopenh264",
                    false,
                    AV_PIX_FMT_YUV420P,
                    NONE,
                    false,
                    Map.of("allow_skip_frames", "0", "profile", "constrained_baseline")));

    /** The encoder of this name. */
    static EncoderRecipe named(String name) {
        return ALL.stream()
                .filter(recipe -> recipe.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The options as this build of libav knows them. */
    Options given() {
        var given = new Options();
        options.forEach((option, value) -> given.with(known(option), value));
        return given;
    }

    void verify() {
        KnownOption.verify(options.keySet().stream().map(this::known).toList());
    }

    private KnownOption known(String option) {
        return new KnownOption(Owner.ENCODER, name, option);
    }
}
