// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/** RFC 3640 with the header lengths from fmtp; several access units to a packet, or one over several packets. */
public final class AacDepacketizer implements Depacketizer {

    /** Samples in an access unit: what AAC-LC always has. */
    public static final int SAMPLES_PER_UNIT = 1024;

    private static final int MAX_UNIT_BYTES = 64 << 10;

    private final int sizeLength;
    private final int indexLength;
    private final int indexDeltaLength;
    private final SequenceGaps gaps = new SequenceGaps();
    private final FragmentBuffer fragments = new FragmentBuffer(MAX_UNIT_BYTES);
    private boolean inFragment;

    public AacDepacketizer() {
        this(13, 3, 3);
    }

    public AacDepacketizer(int sizeLength, int indexLength, int indexDeltaLength) {
        if (sizeLength < 1 || indexLength < 0 || indexDeltaLength < 0) {
            throw new IllegalArgumentException("Units without a size have no end");
        }
        this.sizeLength = sizeLength;
        this.indexLength = indexLength;
        this.indexDeltaLength = indexDeltaLength;
    }

    @Override
    public void packet(RtpPacket packet, Consumer<AccessUnit> units) {
        switch (gaps.next(packet.sequence())) {
            case LATE -> {
                return;
            }
            case GAP -> inFragment = false;
            case IN_ORDER -> {}
        }
        var payload = packet.payload();
        if (payload.remaining() < 2) {
            return;
        }
        int headerBits = payload.getShort() & 0xffff;
        int headerBytes = (headerBits + 7) / 8;
        if (headerBytes > payload.remaining()) {
            return;
        }
        var headers = new BitReader(payload.slice(payload.position(), headerBytes));
        payload.position(payload.position() + headerBytes);
        int timestamp = packet.timestamp();
        int read = 0;
        while (read + sizeLength <= headerBits && payload.hasRemaining()) {
            int size = headers.bits(sizeLength);
            int index = read == 0 ? indexLength : indexDeltaLength;
            headers.skip(Math.min(index, headerBits - read - sizeLength));
            read += sizeLength + index;
            if (size > payload.remaining()) {
                fragment(packet, size, units);
                return;
            }
            units.accept(new AccessUnit(timestamp, true, List.of(NalDepacketizer.bytes(payload, size))));
            timestamp += SAMPLES_PER_UNIT;
        }
        inFragment = false;
    }

    private void fragment(RtpPacket packet, int size, Consumer<AccessUnit> units) {
        ByteBuffer payload = packet.payload();
        if (!inFragment) {
            fragments.begin();
            inFragment = true;
        }
        fragments.append(payload);
        if (packet.marker()) {
            inFragment = false;
            var unit = fragments.take();
            if (unit.length == size) {
                units.accept(new AccessUnit(packet.timestamp(), true, List.of(unit)));
            }
        }
    }

    @Override
    public int lost() {
        return gaps.lost();
    }
}
