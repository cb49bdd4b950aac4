// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

/**
 * How to encode, whoever does it.
 *
 * @param fps how many pictures a second to expect
 * @param bitrate bits per second
 * @param gop pictures from one key picture to the next
 */
record EncoderSettings(PictureShape shape, double fps, int bitrate, int gop) {

    private static final int MOST_PIXELS_OF_ONE_THREAD = 2560 * 1440;
    private static final double BITS_PER_PIXEL = 0.08;
    private static final int LEAST = 150_000;
    private static final int MOST = 12_000_000;

    int threads() {
        return shape.width() * shape.height() > MOST_PIXELS_OF_ONE_THREAD ? 2 : 1;
    }

    /** A bitrate with which pictures of a camera, which mostly stand still, look right. */
    static int bitrate(PictureShape shape, double fps) {
        double bits = shape.width() * (double) shape.height() * fps * BITS_PER_PIXEL;
        return (int) Math.clamp(bits, LEAST, MOST);
    }
}
