// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.util.List;

/** RFC 7798 without DON: single units, aggregation packets and fragmentation units. */
public final class H265Packetizer implements Packetizer {

    static final int AGGREGATION = 48;
    static final int FRAGMENTATION = 49;

    private final int maxPayload;

    public H265Packetizer() {
        this(DEFAULT_MAX_PAYLOAD);
    }

    public H265Packetizer(int maxPayload) {
        this.maxPayload = maxPayload;
    }

    @Override
    public void packetize(List<byte[]> parts, Payloads payloads) {
        int index = 0;
        while (index < parts.size()) {
            int count = Aggregation.count(parts, index, 2, maxPayload);
            boolean last = index + count == parts.size();
            if (count > 1) {
                var units = parts.subList(index, index + count);
                var target = payloads.next(Aggregation.length(units, 2), last);
                target.put(typed(units.getFirst(), AGGREGATION)).put(units.getFirst()[1]);
                Aggregation.write(units, target);
            } else {
                one(parts.get(index), last, payloads);
            }
            index += count;
        }
    }

    private void one(byte[] unit, boolean last, Payloads payloads) {
        if (unit.length <= maxPayload) {
            payloads.next(unit.length, last).put(unit);
            return;
        }
        int type = Nal.h265Type(unit);
        int offset = 2;
        while (offset < unit.length) {
            int length = Math.min(maxPayload - 3, unit.length - offset);
            boolean end = offset + length == unit.length;
            int header = (offset == 2 ? 0x80 : 0) | (end ? 0x40 : 0) | type;
            payloads.next(length + 3, last && end)
                    .put(typed(unit, FRAGMENTATION))
                    .put(unit[1])
                    .put((byte) header)
                    .put(unit, offset, length);
            offset += length;
        }
    }

    /** The first header byte with another type; layer and temporal id stay. */
    private static byte typed(byte[] unit, int type) {
        return (byte) ((unit[0] & 0x81) | (type << 1));
    }
}
