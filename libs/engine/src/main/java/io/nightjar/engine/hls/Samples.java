// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks at units before they are muxed: what belongs into a sample, and how far apart pictures are. */
final class Samples {

    private static final long USUAL_FRAME = 40_000;

    private Samples() {}

    /** The picture without parameter sets, delimiters and filler: the sets are in the init section. */
    static List<byte[]> picture(Track.Codec codec, List<byte[]> units) {
        var picture = new ArrayList<byte[]>(units.size());
        for (var unit : units) {
            if (unit.length > 0 && (codec == Track.Codec.H264 ? ofH264(unit[0] & 0x1f) : ofH265(unit[0] >> 1 & 0x3f))) {
                picture.add(unit);
            }
        }
        return picture;
    }

    private static boolean ofH264(int type) {
        return type < 7 || type == 14 || type == 15 || type >= 19;
    }

    private static boolean ofH265(int type) {
        return type < 32 || type == 39 || type == 40;
    }

    /** The usual time from picture to picture; also right when pictures are reordered, late or missing. */
    static long interval(List<Unit> units) {
        long[] times = units.stream().mapToLong(Unit::ptsMicros).sorted().toArray();
        if (times.length < 2) {
            return USUAL_FRAME;
        }
        var gaps = new long[times.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = times[i + 1] - times[i];
        }
        Arrays.sort(gaps);
        long middle = gaps[gaps.length / 2];
        double mean = Arrays.stream(gaps)
                .filter(gap -> gap > middle / 2 && gap < middle * 2)
                .average()
                .orElse((double) middle);
        return Math.clamp(Math.round(mean), 2_000, 2_000_000);
    }
}
