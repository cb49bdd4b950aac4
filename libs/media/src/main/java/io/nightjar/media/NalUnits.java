// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** H.264 and H.265 byte streams as lists of NAL units. */
public final class NalUnits {

    private NalUnits() {}

    /** The units of an Annex B stream, without start codes. */
    public static List<byte[]> split(ByteBuffer annexB) {
        var units = new ArrayList<byte[]>();
        int start = afterStartCode(annexB, annexB.position());
        while (start >= 0) {
            int next = afterStartCode(annexB, start);
            int end = next < 0 ? annexB.limit() : next - 3;
            while (end > start && annexB.get(end - 1) == 0) {
                end--; // the fourth byte of a long start code, or trailing zeros
            }
            if (end > start) {
                var unit = new byte[end - start];
                annexB.get(start, unit);
                units.add(unit);
            }
            start = next;
        }
        return units;
    }

    /** The units as an Annex B stream. */
    public static ByteBuffer join(List<byte[]> units) {
        int size = 0;
        for (byte[] unit : units) {
            size += unit.length + 4;
        }
        var whole = ByteBuffer.allocate(size);
        for (byte[] unit : units) {
            whole.putInt(1).put(unit);
        }
        return whole.flip();
    }

    /** Parameter sets in either of the forms libav keeps them, as units; empty when there are none. */
    public static List<byte[]> parameterSets(Codec codec, byte[] extradata) {
        if (!codec.nalUnits() || extradata.length < 5) {
            return List.of();
        }
        if (extradata[0] != 1) {
            return split(ByteBuffer.wrap(extradata));
        }
        return codec == Codec.H264 ? fromAvcC(ByteBuffer.wrap(extradata)) : fromHvcC(ByteBuffer.wrap(extradata));
    }

    private static List<byte[]> fromAvcC(ByteBuffer config) {
        var units = new ArrayList<byte[]>();
        config.position(5);
        take(config, 0x1f, units);
        take(config, 0xff, units);
        return units;
    }

    private static List<byte[]> fromHvcC(ByteBuffer config) {
        var units = new ArrayList<byte[]>();
        if (config.remaining() < 23) {
            return units;
        }
        config.position(22);
        int arrays = config.get() & 0xff;
        for (int i = 0; i < arrays && config.remaining() >= 3; i++) {
            config.get();
            takeUnits(config, config.getShort() & 0xffff, units);
        }
        return units;
    }

    private static void take(ByteBuffer config, int countMask, List<byte[]> units) {
        if (config.hasRemaining()) {
            takeUnits(config, config.get() & countMask, units);
        }
    }

    /** As many as are there: a camera may have cut its configuration short. */
    private static void takeUnits(ByteBuffer config, int count, List<byte[]> units) {
        for (int i = 0; i < count && config.remaining() > 2; i++) {
            var unit = new byte[Math.min(config.getShort() & 0xffff, config.remaining())];
            config.get(unit);
            if (unit.length > 0) {
                units.add(unit);
            }
        }
    }

    /** An H.264 picture carries its sequence parameter set, before its first slice. */
    static boolean hasParameterSet(ByteBuffer annexB) {
        int start = afterStartCode(annexB, annexB.position());
        while (start >= 0 && start < annexB.limit()) {
            int type = annexB.get(start) & 0x1f;
            if (type == 7 || type == 1 || type == 5) {
                return type == 7;
            }
            start = afterStartCode(annexB, start);
        }
        return false;
    }

    private static int afterStartCode(ByteBuffer data, int from) {
        for (int i = from; i + 3 <= data.limit(); i++) {
            if (data.get(i + 2) > 1) {
                i += 2;
            } else if (data.get(i) == 0 && data.get(i + 1) == 0 && data.get(i + 2) == 1) {
                return i + 3;
            }
        }
        return -1;
    }
}
