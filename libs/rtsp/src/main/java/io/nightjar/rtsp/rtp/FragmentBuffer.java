// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Collects the fragments of one NAL unit; its memory is used again for the next one. */
final class FragmentBuffer {

    private static final byte[] NOTHING = {};

    private final int limit;
    private byte[] bytes = new byte[8 << 10];
    private int length;
    private boolean open;

    FragmentBuffer(int limit) {
        this.limit = limit;
    }

    void begin(int... header) {
        length = 0;
        open = true;
        for (int value : header) {
            bytes[length++] = (byte) value;
        }
    }

    /** Does nothing when the beginning was lost. */
    void append(ByteBuffer fragment) {
        int count = fragment.remaining();
        if (!open) {
            return;
        }
        if (length + count > limit) {
            abandon();
            return;
        }
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
        fragment.get(bytes, length, count);
        length += count;
    }

    /** The whole unit, or nothing when its beginning was lost. */
    byte[] take() {
        var unit = open ? Arrays.copyOf(bytes, length) : NOTHING;
        abandon();
        return unit;
    }

    void abandon() {
        open = false;
        length = 0;
    }
}
