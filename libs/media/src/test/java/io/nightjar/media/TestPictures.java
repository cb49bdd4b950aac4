// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

/** Pictures that change from frame to frame. */
final class TestPictures {

    private TestPictures() {}

    /** A bright box that walks over a gradient. */
    static I420 moving(int width, int height, int index) {
        var picture = new I420(width, height);
        picture.fill(60, 128, 128);
        var bytes = picture.bytes();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                bytes[y * width + x] = (byte) (40 + (x + y) % 120);
            }
        }
        int left = index * 8 % (width - 40);
        for (int y = 20; y < 60; y++) {
            java.util.Arrays.fill(bytes, y * width + left, y * width + left + 40, (byte) 230);
        }
        return picture;
    }
}
