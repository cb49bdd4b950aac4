// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.util.List;
import java.util.Optional;

/**
 * What a sequence parameter set says about its video.
 *
 * @param fps 0 when it does not say
 * @param reorderFrames how deep pictures are reordered, -1 when it does not say
 * @param profile in words
 * @param codecs the string of RFC 6381 that browsers and HLS playlists use, such as avc1.640028 or hvc1.1.6.L120.90
 */
public record VideoParameters(int width, int height, double fps, int reorderFrames, String profile, String codecs) {

    private static final int UNKNOWN = -1;
    private static final int MOST_REORDERED = 16;

    /** Reads the first sequence parameter set among the units; empty when there is none that can be read. */
    public static Optional<VideoParameters> of(Codec codec, List<byte[]> units) {
        return units.stream()
                .filter(unit -> isSequenceParameterSet(codec, unit))
                .findFirst()
                .flatMap(unit -> parse(codec, unit));
    }

    private static boolean isSequenceParameterSet(Codec codec, byte[] unit) {
        return switch (codec) {
            case H264 -> unit.length > 4 && (unit[0] & 0x1f) == 7;
            case H265 -> unit.length > 15 && (unit[0] >> 1 & 0x3f) == 33;
            default -> false;
        };
    }

    private static Optional<VideoParameters> parse(Codec codec, byte[] unit) {
        try {
            return Optional.of(codec == Codec.H264 ? H264Parameters.parse(unit) : H265Parameters.parse(unit))
                    .filter(VideoParameters::possible);
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** Broken sets are cropped to nothing, or wait for more pictures than a decoder may keep. */
    private boolean possible() {
        return width > 0 && height > 0 && reorderFrames >= UNKNOWN && reorderFrames <= MOST_REORDERED;
    }
}
