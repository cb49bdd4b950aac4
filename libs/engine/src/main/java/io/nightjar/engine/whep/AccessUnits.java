// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Unit;
import io.nightjar.rtsp.rtp.Nal;
import java.util.ArrayList;
import java.util.List;

/** Makes of a unit what a browser's decoder wants: parameter sets before every key picture, and no padding. */
final class AccessUnits {

    private static final int H264_FILLER = 12;
    private static final int H265_DELIMITER = 35;
    private static final int H265_FILLER = 38;

    private AccessUnits() {}

    static List<byte[]> sendable(Unit unit, Track track) {
        return switch (track.codec()) {
            case H264 -> video(unit, track, Nal.H264_SPS);
            case H265 -> video(unit, track, Nal.H265_SPS);
            default -> unit.parts();
        };
    }

    private static List<byte[]> video(Unit unit, Track track, int spsType) {
        boolean h264 = track.codec() == Track.Codec.H264;
        var parts = new ArrayList<byte[]>(unit.parts().size() + 3);
        boolean described = false;
        for (byte[] part : unit.parts()) {
            int type = h264 ? Nal.h264Type(part) : Nal.h265Type(part);
            described |= type == spsType;
            if (part.length > 2 && !(h264 ? droppedH264(type) : droppedH265(type))) {
                parts.add(part);
            }
        }
        if (unit.key() && !described) {
            parts.addAll(0, track.parameterSets());
        }
        return parts;
    }

    /** Delimiters, ends of sequence and stream, filler. */
    private static boolean droppedH264(int type) {
        return type >= Nal.H264_DELIMITER && type <= H264_FILLER;
    }

    private static boolean droppedH265(int type) {
        return type >= H265_DELIMITER && type <= H265_FILLER;
    }
}
