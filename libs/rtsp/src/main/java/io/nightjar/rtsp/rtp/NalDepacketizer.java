// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What H.264 and H.265 share: collecting NAL units into pictures. After a loss everything up to the next key picture is
 * dropped, because a decoder would show smears.
 */
abstract class NalDepacketizer implements Depacketizer {

    /** An encoder gone mad must not eat the heap; no camera sends pictures this large. */
    private static final int MAX_UNIT_BYTES = 16 << 20;

    /** The same for units so small that keeping them costs more than their bytes; a slice is a macroblock at least. */
    private static final int MAX_UNITS = 64 << 10;

    private final FragmentBuffer fragments = new FragmentBuffer(MAX_UNIT_BYTES);
    private final SequenceGaps gaps = new SequenceGaps();
    private List<byte[]> parts = new ArrayList<>();
    private int bytes;
    private int timestamp;
    private boolean picture;
    private boolean waitForKey;

    /** Takes one payload apart by {@link #unit} and the fragment methods. */
    abstract void payload(ByteBuffer payload);

    abstract boolean isPicture(byte[] nal);

    abstract boolean isKey(byte[] nal);

    @Override
    public void packet(RtpPacket packet, Consumer<AccessUnit> units) {
        switch (gaps.next(packet.sequence())) {
            case LATE -> {
                return;
            }
            case GAP -> lose();
            case IN_ORDER -> {}
        }
        if (packet.timestamp() != timestamp) {
            // Parameter sets with a timestamp of their own belong to the picture after them.
            if (picture) {
                flush(units);
            }
            timestamp = packet.timestamp();
        }
        if (packet.payload().hasRemaining()) {
            payload(packet.payload());
        }
        // Some cameras set the marker on SEI or parameter sets too.
        if (packet.marker() && picture) {
            flush(units);
        }
    }

    @Override
    public void flush(Consumer<AccessUnit> units) {
        fragments.abandon();
        if (picture) {
            boolean key = parts.stream().anyMatch(this::isKey);
            waitForKey &= !key;
            if (!waitForKey) {
                units.accept(new AccessUnit(timestamp, key, List.copyOf(parts)));
            }
        }
        restart();
    }

    @Override
    public int lost() {
        return gaps.lost();
    }

    /** One whole NAL unit; V380 cameras put Annex-B start codes inside. */
    final void unit(byte[] bytes) {
        for (var nal : Nal.split(bytes)) {
            add(nal);
        }
    }

    final void beginFragment(ByteBuffer payload, int... header) {
        fragments.begin(header);
        fragments.append(payload);
    }

    final void continueFragment(ByteBuffer payload) {
        fragments.append(payload);
    }

    final void endFragment() {
        var nal = fragments.take();
        if (nal.length > 0) {
            unit(nal);
        }
    }

    /** Units behind 16-bit sizes; zeros at the end are padding. */
    final void aggregate(ByteBuffer payload) {
        while (payload.remaining() > 2) {
            int length = payload.getShort() & 0xffff;
            if (length == 0 || length > payload.remaining()) {
                return;
            }
            unit(bytes(payload, length));
        }
    }

    static byte[] bytes(ByteBuffer payload, int length) {
        var copy = new byte[length];
        payload.get(copy);
        return copy;
    }

    private void add(byte[] nal) {
        bytes += nal.length;
        if (bytes > MAX_UNIT_BYTES || parts.size() == MAX_UNITS) {
            lose();
            return;
        }
        parts.add(nal);
        picture |= isPicture(nal);
    }

    private void lose() {
        fragments.abandon();
        restart();
        waitForKey = true;
    }

    private void restart() {
        parts = new ArrayList<>();
        bytes = 0;
        picture = false;
    }
}
