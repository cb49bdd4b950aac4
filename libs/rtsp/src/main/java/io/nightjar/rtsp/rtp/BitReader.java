// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.nio.ByteBuffer;

/** Reads bits, most significant first; past the end it reads zeros and remembers that it did. */
final class BitReader {

    private final ByteBuffer bytes;
    private int position;

    BitReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** The content of a NAL unit after its header, without emulation prevention bytes. */
    static BitReader ofNal(byte[] nal, int headerBytes) {
        var content = ByteBuffer.allocate(nal.length);
        int zeros = 0;
        for (int i = headerBytes; i < nal.length; i++) {
            if (zeros >= 2 && nal[i] == 3) {
                zeros = 0;
                continue;
            }
            zeros = nal[i] == 0 ? zeros + 1 : 0;
            content.put(nal[i]);
        }
        return new BitReader(content.flip());
    }

    boolean exhausted() {
        return position > bytes.limit() * 8;
    }

    int bit() {
        int at = position++;
        return at / 8 < bytes.limit() ? (bytes.get(at / 8) >> (7 - at % 8)) & 1 : 0;
    }

    boolean flag() {
        return bit() == 1;
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

    /** Exp-Golomb. */
    int unsigned() {
        int zeros = 0;
        while (!flag()) {
            if (++zeros > 31 || exhausted()) {
                position = bytes.limit() * 8 + 1;
                return 0;
            }
        }
        return (1 << zeros) - 1 + bits(zeros);
    }

    int signed() {
        int value = unsigned();
        return (value & 1) == 1 ? (value + 1) / 2 : -(value / 2);
    }
}
