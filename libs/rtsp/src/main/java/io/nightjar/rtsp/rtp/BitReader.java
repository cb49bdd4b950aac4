// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.nio.ByteBuffer;

/** Reads bits, most significant first; past the end it reads zeros. */
final class BitReader {

    private final ByteBuffer bytes;
    private int position;

    BitReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    void skip(int count) {
        position += count;
    }

    private int bit() {
        int at = position++;
        return at / 8 < bytes.limit() ? (bytes.get(at / 8) >> (7 - at % 8)) & 1 : 0;
    }
}
