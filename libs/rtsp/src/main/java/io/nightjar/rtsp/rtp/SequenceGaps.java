// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

/** Watches sequence numbers for packets that are missing or come too late to be of use. */
final class SequenceGaps {

    /** A sender that starts again jumps anywhere; only a packet slightly behind is late. */
    private static final int LATE_WITHIN = 100;

    enum Step {
        IN_ORDER,
        GAP,
        LATE
    }

    private int expected = -1;
    private int lost;

    Step next(int sequence) {
        if (expected < 0) {
            expected = sequence + 1 & 0xffff;
            return Step.IN_ORDER;
        }
        int distance = RtpPacket.distance(expected, sequence);
        if (distance < 0 && distance > -LATE_WITHIN) {
            return Step.LATE;
        }
        expected = sequence + 1 & 0xffff;
        if (distance == 0) {
            return Step.IN_ORDER;
        }
        lost += Math.max(distance, 1);
        return Step.GAP;
    }

    int lost() {
        return lost;
    }
}
