// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.util.Arrays;
import org.jitsi.utils.ByteArrayBuffer;

/** Room for one packet, protected in place. Used again and again, so that a packet costs no garbage. */
final class SrtpBuffer implements ByteArrayBuffer {

    private byte[] bytes;
    private int length;

    SrtpBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    void set(byte[] packet) {
        length = 0;
        append(packet, packet.length);
    }

    @Override
    public byte[] getBuffer() {
        return bytes;
    }

    @Override
    public int getOffset() {
        return 0;
    }

    @Override
    public int getLength() {
        return length;
    }

    @Override
    public void setLength(int length) {
        this.length = length;
    }

    @Override
    public void setOffset(int offset) {
        if (offset != 0) {
            throw new IllegalArgumentException("A packet begins at the begin of its buffer");
        }
    }

    @Override
    public boolean isInvalid() {
        return length == 0;
    }

    @Override
    public void readRegionToBuff(int offset, int count, byte[] target) {
        System.arraycopy(bytes, offset, target, 0, count);
    }

    @Override
    public void grow(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, length + count);
        }
    }

    @Override
    public void append(byte[] data, int count) {
        grow(count);
        System.arraycopy(data, 0, bytes, length, count);
        length += count;
    }

    @Override
    public void shrink(int count) {
        length -= Math.min(count, length);
    }
}
