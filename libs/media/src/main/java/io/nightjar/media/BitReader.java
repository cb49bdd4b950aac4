// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

/** Reads bits and Exp-Golomb numbers from a NAL unit, skipping its emulation prevention bytes. */
final class BitReader {

    private final byte[] unit;
    private int position;
    private int bit;
    private int zeros;

    BitReader(byte[] unit, int from) {
        this.unit = unit;
        this.position = from;
    }

    int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    boolean flag() {
        return bit() == 1;
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            bit();
        }
    }

    int unsigned() {
        int leading = 0;
        while (bit() == 0) {
            if (++leading > 31) {
                throw new IllegalArgumentException("Not an Exp-Golomb number");
            }
        }
        return (1 << leading) - 1 + bits(leading);
    }

    int signed() {
        int value = unsigned();
        return value % 2 == 0 ? -(value / 2) : (value + 1) / 2;
    }

    private int bit() {
        if (position >= unit.length) {
            throw new IllegalArgumentException("The parameter set is cut short");
        }
        if (bit == 0 && zeros >= 2 && unit[position] == 3) {
            zeros = 0;
            position++;
            return bit();
        }
        int value = unit[position] >> (7 - bit) & 1;
        if (++bit == 8) {
            bit = 0;
            zeros = unit[position] == 0 ? zeros + 1 : 0;
            position++;
        }
        return value;
    }
}
