// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.nio.ByteBuffer;
import java.util.List;

/** Several small NAL units in one payload, each behind its 16-bit size. */
final class Aggregation {

    private Aggregation() {}

    /** How many units from here on share a payload: at least one. */
    static int count(List<byte[]> units, int from, int headerBytes, int maxPayload) {
        int length = headerBytes;
        int count = 0;
        for (int i = from; i < units.size(); i++) {
            length += 2 + units.get(i).length;
            if (length > maxPayload) {
                break;
            }
            count++;
        }
        return Math.max(count, 1);
    }

    static int length(List<byte[]> units, int headerBytes) {
        int length = headerBytes;
        for (var unit : units) {
            length += 2 + unit.length;
        }
        return length;
    }

    static void write(List<byte[]> units, ByteBuffer target) {
        for (var unit : units) {
            target.putShort((short) unit.length).put(unit);
        }
    }
}
