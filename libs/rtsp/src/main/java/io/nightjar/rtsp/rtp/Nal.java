// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** NAL units of H.264 and H.265: their types, and how to find them between start codes. */
public final class Nal {

    public static final int H264_IDR = 5;
    public static final int H264_SEI = 6;
    public static final int H264_SPS = 7;
    public static final int H264_PPS = 8;
    public static final int H264_DELIMITER = 9;
    public static final int H265_VPS = 32;
    public static final int H265_SPS = 33;
    public static final int H265_PPS = 34;

    private Nal() {}

    public static int h264Type(byte[] nal) {
        return nal.length == 0 ? 0 : nal[0] & 0x1f;
    }

    public static int h265Type(byte[] nal) {
        return nal.length == 0 ? -1 : nal[0] >> 1 & 0x3f;
    }

    /** Part of a picture, as opposed to what describes one. */
    public static boolean h264Picture(byte[] nal) {
        int type = h264Type(nal);
        return type >= 1 && type <= H264_IDR;
    }

    public static boolean h265Picture(byte[] nal) {
        int type = h265Type(nal);
        return type >= 0 && type < H265_VPS;
    }

    public static boolean h264Key(byte[] nal) {
        return h264Type(nal) == H264_IDR;
    }

    /** IDR, BLA and CRA pictures: a decoder can begin with each of them. */
    public static boolean h265Key(byte[] nal) {
        int type = h265Type(nal);
        return type >= 16 && type <= 23;
    }

    /**
     * Cuts bytes at start codes and takes off zeros at the end of each unit. Bytes that hold no start code are one unit:
     * emulation prevention makes sure that a unit never contains one.
     */
    public static List<byte[]> split(byte[] bytes) {
        var units = new ArrayList<byte[]>(1);
        int begin = 0;
        int code = startCode(bytes, 0);
        if (code < 0) {
            add(units, bytes, 0, bytes.length);
            return units;
        }
        while (code >= 0) {
            add(units, bytes, begin, code);
            begin = code + 3;
            code = startCode(bytes, begin);
        }
        add(units, bytes, begin, bytes.length);
        return units;
    }

    /** The first bytes of a unit as they were before they were made free of start codes; at most so many. */
    static byte[] withoutEmulationPrevention(byte[] nal, int most) {
        var content = new byte[Math.min(nal.length, most)];
        int length = 0;
        int zeros = 0;
        for (int i = 0; i < nal.length && length < content.length; i++) {
            if (zeros >= 2 && nal[i] == 3) {
                zeros = 0;
            } else {
                zeros = nal[i] == 0 ? zeros + 1 : 0;
                content[length++] = nal[i];
            }
        }
        return Arrays.copyOf(content, length);
    }

    private static void add(List<byte[]> units, byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && bytes[end - 1] == 0) {
            end--;
        }
        if (end > from) {
            units.add(from == 0 && end == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, end));
        }
    }

    /** Index of the next 00 00 01, or -1. Looks at every third byte only while it may. */
    private static int startCode(byte[] bytes, int from) {
        int i = from;
        while (i + 2 < bytes.length) {
            int third = bytes[i + 2];
            if (third > 1 || third < 0) {
                i += 3;
            } else if (third == 1) {
                if (bytes[i] == 0 && bytes[i + 1] == 0) {
                    return i;
                }
                i += 3;
            } else {
                i++;
            }
        }
        return -1;
    }
}
