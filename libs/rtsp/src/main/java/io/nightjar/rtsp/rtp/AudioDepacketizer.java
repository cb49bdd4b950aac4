// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.util.List;
import java.util.function.Consumer;

/** Sound that needs no framing: every packet is a unit. */
public final class AudioDepacketizer implements Depacketizer {

    private final SequenceGaps gaps = new SequenceGaps();

    @Override
    public void packet(RtpPacket packet, Consumer<AccessUnit> units) {
        if (gaps.next(packet.sequence()) == SequenceGaps.Step.LATE
                || !packet.payload().hasRemaining()) {
            return;
        }
        var frame = NalDepacketizer.bytes(packet.payload(), packet.payload().remaining());
        units.accept(new AccessUnit(packet.timestamp(), true, List.of(frame)));
    }

    @Override
    public int lost() {
        return gaps.lost();
    }
}
