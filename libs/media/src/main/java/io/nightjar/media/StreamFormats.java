// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.nio.ByteBuffer;
import java.util.List;

/** Completes a video format from what its parameter sets or its first picture say. */
final class StreamFormats {

    private StreamFormats() {}

    /** The format with what its own extradata says; the input's figures win where both are known. */
    static TrackFormat withParameters(TrackFormat format) {
        var units = NalUnits.parameterSets(format.codec(), format.extradata());
        return VideoParameters.of(format.codec(), units)
                .map(parameters -> merge(format, parameters, format.extradata()))
                .orElse(format);
    }

    /** The format after a look at an Annex B picture, which may carry parameter sets. */
    static TrackFormat inBand(TrackFormat format, ByteBuffer annexB) {
        var sets = NalUnits.split(annexB).stream()
                .filter(unit -> parameterSet(format.codec(), unit))
                .toList();
        return VideoParameters.of(format.codec(), sets)
                .map(parameters -> merge(format, parameters, bytes(sets)))
                .orElse(format);
    }

    static TrackFormat sized(TrackFormat format, JpegSize size) {
        return resized(format, size.width(), size.height(), format.fps(), format.extradata(), "Baseline", 0);
    }

    private static TrackFormat merge(TrackFormat format, VideoParameters parameters, byte[] extradata) {
        return resized(
                format,
                format.width() > 0 ? format.width() : parameters.width(),
                format.height() > 0 ? format.height() : parameters.height(),
                format.fps() > 0 ? format.fps() : parameters.fps(),
                extradata,
                parameters.profile(),
                parameters.reorderFrames());
    }

    private static TrackFormat resized(
            TrackFormat format, int width, int height, double fps, byte[] extradata, String profile, int reorder) {
        return new TrackFormat(
                format.kind(),
                format.codec(),
                width,
                height,
                fps,
                format.sampleRate(),
                format.channels(),
                extradata,
                format.timeBaseNumerator(),
                format.timeBaseDenominator(),
                profile,
                reorder);
    }

    private static boolean parameterSet(Codec codec, byte[] unit) {
        int type = codec == Codec.H264 ? unit[0] & 0x1f : unit[0] >> 1 & 0x3f;
        return codec == Codec.H264 ? type == 7 || type == 8 : type >= 32 && type <= 34;
    }

    private static byte[] bytes(List<byte[]> units) {
        return NalUnits.join(units).array();
    }
}
