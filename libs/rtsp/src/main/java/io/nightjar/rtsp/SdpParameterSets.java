// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

import io.nightjar.rtsp.rtp.Nal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads parameter sets out of fmtp, forgiving what cameras write there. */
final class SdpParameterSets {

    private SdpParameterSets() {}

    static List<byte[]> of(SdpMedia media) {
        return switch (media.encoding()) {
            case "H264" -> h264(media.parameter("sprop-parameter-sets").orElse(""));
            case "H265" -> h265(media);
            case "MPEG4-GENERIC" ->
                media.parameter("config")
                        .flatMap(SdpParameterSets::hex)
                        .map(List::of)
                        .orElse(List.of());
            default -> List.of();
        };
    }

    /** Some Reolink models add an Annex-B prefix, or further NAL units after the SPS. */
    private static List<byte[]> h264(String text) {
        byte[] sps = null;
        byte[] pps = null;
        for (var part : text.split(",")) {
            for (var nal : Nal.split(base64(part))) {
                if (sps == null && Nal.h264Type(nal) == Nal.H264_SPS) {
                    sps = nal;
                } else if (pps == null && Nal.h264Type(nal) == Nal.H264_PPS) {
                    pps = nal;
                }
            }
        }
        return sps == null || pps == null ? List.of() : List.of(sps, pps);
    }

    private static List<byte[]> h265(SdpMedia media) {
        var sets = new ArrayList<byte[]>();
        for (var key : List.of("sprop-vps", "sprop-sps", "sprop-pps")) {
            var units = Nal.split(base64(media.parameter(key).orElse("").split(",", 2)[0]));
            if (units.isEmpty()) {
                return List.of();
            }
            sets.add(units.getFirst());
        }
        return sets;
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getMimeDecoder().decode(text.strip());
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }

    private static Optional<byte[]> hex(String text) {
        try {
            return Optional.of(HexFormat.of().parseHex(text.strip()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
