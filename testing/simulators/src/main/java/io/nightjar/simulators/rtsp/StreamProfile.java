// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

/**
 * How one stream of a camera is encoded; a key frame comes each second.
 *
 * @param bitrate bits per second
 */
public record StreamProfile(int width, int height, int fps, int bitrate) {

    /** What tiles show. */
    public static final StreamProfile SUB = new StreamProfile(640, 360, 15, 400_000);

    /** What fullscreen shows. */
    public static final StreamProfile MAIN = new StreamProfile(1280, 720, 15, 1_500_000);

    /** Three quarters of the size: what a camera changes to when its resolution is changed. */
    StreamProfile smaller() {
        return new StreamProfile(width * 3 / 8 * 2, height * 3 / 8 * 2, fps, bitrate);
    }
}
