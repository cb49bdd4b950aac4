// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.util.Arrays;

/**
 * A picture in memory: full-size luma, then U and V at half width and half height, without padding; limited range (16 is
 * black, 235 white). Width and height are even.
 */
public final class I420 {

    private final int width;
    private final int height;
    private final byte[] bytes;

    public I420(int width, int height) {
        this(width, height, new byte[width * height * 3 / 2]);
    }

    public I420(int width, int height, byte[] bytes) {
        if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0 || bytes.length != width * height * 3 / 2) {
            throw new IllegalArgumentException("Not an I420 picture: " + width + "x" + height + ", " + bytes.length);
        }
        this.width = width;
        this.height = height;
        this.bytes = bytes;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The picture itself, not a copy: draw here. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the U plane begins. */
    public int uOffset() {
        return width * height;
    }

    /** Where the V plane begins. */
    public int vOffset() {
        return width * height * 5 / 4;
    }

    /** Makes the whole picture one colour. */
    public void fill(int y, int u, int v) {
        Arrays.fill(bytes, 0, uOffset(), (byte) y);
        Arrays.fill(bytes, uOffset(), vOffset(), (byte) u);
        Arrays.fill(bytes, vOffset(), bytes.length, (byte) v);
    }
}
