// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;

/** How tracks are entered in an MP4 so that browsers and Safari take them. */
final class Mp4Formats {

    /** "hvc1", little endian: Safari refuses the default "hev1". */
    private static final int HVC1 = 'h' | 'v' << 8 | 'c' << 16 | '1' << 24;

    private static final int OPUS_PRE_SKIP = 312;

    private Mp4Formats() {}

    static OutputTrack add(AVFormatContext output, TrackFormat format) {
        boolean bareOpus = format.codec() == Codec.OPUS && format.extradata().length == 0;
        var track = OutputTrack.add(output, bareOpus ? format.withExtradata(opusHead(format)) : format);
        if (format.codec() == Codec.H265) {
            track.stream().codecpar().codec_tag(HVC1);
        }
        return track;
    }

    /** RTP announces no Opus header, MP4 wants one (RFC 7845, 5.1). */
    private static byte[] opusHead(TrackFormat format) {
        return ByteBuffer.allocate(19)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OpusHead".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) format.channels())
                .putShort((short) OPUS_PRE_SKIP)
                .putInt(format.sampleRate())
                .putShort((short) 0)
                .put((byte) 0)
                .array();
    }
}
