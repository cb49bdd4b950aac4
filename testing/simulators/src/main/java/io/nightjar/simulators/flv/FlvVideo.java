// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.flv;

import io.nightjar.rtsp.rtp.Nal;
import io.nightjar.simulators.rtsp.Feed;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns H.264 pictures into bodies of FLV video tags for one viewer, with decoder settings before them where needed. */
public final class FlvVideo {

    private static final int KEY = 0x17;
    private static final int OTHER = 0x27;
    private static final int SETTINGS = 0;
    private static final int PICTURE = 1;
    private static final int TICKS_PER_MILLI = 90;

    private byte[] settings = {};
    private long firstTicks = -1;

    /** The tags of one picture; the settings come first when they are new. */
    public List<FlvTag> tags(Feed.Unit unit) {
        if (firstTicks < 0) {
            firstTicks = unit.ticks();
        }
        var millis = (int) ((unit.ticks() - firstTicks) / TICKS_PER_MILLI);
        var tags = new ArrayList<FlvTag>(2);
        if (unit.key()) {
            var current = settings(unit.nals());
            if (!Arrays.equals(current, settings)) {
                settings = current;
                tags.add(FlvTag.video(millis, current));
            }
        }
        tags.add(FlvTag.video(millis, picture(unit)));
        return tags;
    }

    private static byte[] picture(Feed.Unit unit) {
        var parts = unit.nals().stream().filter(nal -> !parameterSet(nal)).toList();
        var size = parts.stream().mapToInt(nal -> nal.length + 4).sum();
        var body = ByteBuffer.allocate(5 + size)
                .put((byte) (unit.key() ? KEY : OTHER))
                .put((byte) PICTURE);
        body.put(new byte[3]); // shown when decoded: there are no B-frames
        parts.forEach(nal -> body.putInt(nal.length).put(nal));
        return body.array();
    }

    private static boolean parameterSet(byte[] nal) {
        var type = Nal.h264Type(nal);
        return type == Nal.H264_SPS || type == Nal.H264_PPS;
    }

    /** An AVCDecoderConfigurationRecord. */
    private static byte[] settings(List<byte[]> nals) {
        var sps = first(nals, Nal.H264_SPS);
        var pps = first(nals, Nal.H264_PPS);
        var body = ByteBuffer.allocate(5 + 11 + sps.length + pps.length);
        body.put((byte) KEY).put((byte) SETTINGS).put(new byte[3]);
        body.put((byte) 1).put(sps, 1, 3).put((byte) 0xff).put((byte) 0xe1);
        body.putShort((short) sps.length).put(sps);
        body.put((byte) 1).putShort((short) pps.length).put(pps);
        return body.array();
    }

    private static byte[] first(List<byte[]> nals, int type) {
        return nals.stream()
                .filter(nal -> Nal.h264Type(nal) == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A key frame came without parameter set " + type));
    }
}
