// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.nio.ByteBuffer;
import java.util.List;

/** RFC 6184, packetization-mode 1: single units, STAP-A for small ones that follow each other, FU-A for large ones. */
public final class H264Packetizer implements Packetizer {

    static final int STAP_A = 24;
    static final int FU_A = 28;

    private final int maxPayload;

    public H264Packetizer() {
        this(DEFAULT_MAX_PAYLOAD);
    }

    public H264Packetizer(int maxPayload) {
        this.maxPayload = maxPayload;
    }

    @Override
    public void packetize(List<byte[]> parts, Payloads payloads) {
        int index = 0;
        while (index < parts.size()) {
            int count = Aggregation.count(parts, index, 1, maxPayload);
            boolean last = index + count == parts.size();
            if (count > 1) {
                aggregate(parts.subList(index, index + count), last, payloads);
            } else {
                one(parts.get(index), last, payloads);
            }
            index += count;
        }
    }

    private static void aggregate(List<byte[]> units, boolean last, Payloads payloads) {
        int importance = 0;
        int forbidden = 0;
        for (var unit : units) {
            importance = Math.max(importance, unit[0] & 0x60);
            forbidden |= unit[0] & 0x80;
        }
        var target = payloads.next(Aggregation.length(units, 1), last);
        target.put((byte) (forbidden | importance | STAP_A));
        Aggregation.write(units, target);
    }

    private void one(byte[] unit, boolean last, Payloads payloads) {
        if (unit.length <= maxPayload) {
            payloads.next(unit.length, last).put(unit);
            return;
        }
        byte indicator = (byte) ((unit[0] & 0xe0) | FU_A);
        int type = unit[0] & 0x1f;
        int offset = 1;
        while (offset < unit.length) {
            int length = Math.min(maxPayload - 2, unit.length - offset);
            boolean end = offset + length == unit.length;
            int header = (offset == 1 ? 0x80 : 0) | (end ? 0x40 : 0) | type;
            ByteBuffer target = payloads.next(length + 2, last && end);
            target.put(indicator).put((byte) header).put(unit, offset, length);
            offset += length;
        }
    }
}
