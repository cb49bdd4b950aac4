// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Track.Codec;
import io.nightjar.rtsp.rtp.Nal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps a video track's parameter sets current and puts them before every key picture. */
final class PictureFormat {

    private static final int H264_FILLER = 12;
    private static final int H265_DELIMITER = 35;
    private static final int H265_FILLER = 38;

    private final Codec codec;
    private List<byte[]> sets;

    PictureFormat(Track track) {
        codec = track.codec();
        sets = track.parameterSets();
    }

    List<byte[]> parameterSets() {
        return sets;
    }

    /** Takes note of sets among the parts; true when they are others than before. */
    boolean learn(List<byte[]> parts) {
        var found = parts.stream().filter(this::isSet).toList();
        if (found.isEmpty()) {
            return false;
        }
        var merged = merge(found);
        if (same(merged, sets)) {
            return false;
        }
        sets = merged;
        return true;
    }

    /** The picture as it goes on: sets first when it is a key picture, no delimiters, no filler. */
    List<byte[]> picture(List<byte[]> parts, boolean key) {
        var picture = new ArrayList<byte[]>(parts.size() + sets.size());
        if (key) {
            picture.addAll(sets);
        }
        for (var part : parts) {
            if (!isNoise(part) && !(key && isSet(part))) {
                picture.add(part);
            }
        }
        return picture;
    }

    /** New sets by type, in the order a decoder wants; a type that did not come keeps its old ones. */
    private List<byte[]> merge(List<byte[]> found) {
        var merged = new ArrayList<byte[]>();
        for (int type : codec == Codec.H264 ? new int[] {Nal.H264_SPS, Nal.H264_PPS} : new int[] {32, 33, 34}) {
            var fresh = ofType(found, type);
            merged.addAll(fresh.isEmpty() ? ofType(sets, type) : fresh);
        }
        return merged;
    }

    private List<byte[]> ofType(List<byte[]> nals, int type) {
        var chosen = new ArrayList<byte[]>();
        for (var nal : nals) {
            if (type(nal) == type && chosen.stream().noneMatch(other -> Arrays.equals(other, nal))) {
                chosen.add(nal);
            }
        }
        return chosen;
    }

    private int type(byte[] nal) {
        return codec == Codec.H264 ? Nal.h264Type(nal) : Nal.h265Type(nal);
    }

    private boolean isSet(byte[] nal) {
        int type = type(nal);
        return codec == Codec.H264
                ? type == Nal.H264_SPS || type == Nal.H264_PPS
                : type >= Nal.H265_VPS && type <= Nal.H265_PPS;
    }

    private boolean isNoise(byte[] nal) {
        int type = type(nal);
        return codec == Codec.H264
                ? type == Nal.H264_DELIMITER || type == H264_FILLER
                : type == H265_DELIMITER || type == H265_FILLER;
    }

    private static boolean same(List<byte[]> left, List<byte[]> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!Arrays.equals(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }
}
