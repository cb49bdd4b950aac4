// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

/**
 * What can be told about a picture without understanding it.
 *
 * @param mean of luma, 0 black to 255 white
 * @param deviation of luma from its mean: near 0 for a picture of one colour
 * @param difference mean change of luma since the picture looked at before; 0 when nothing moved, -1 for the first
 */
public record PictureStats(long ptsMicros, double mean, double deviation, double difference) {

    /** Nothing to see: dark and without any structure. */
    public boolean black() {
        return mean < 20 && deviation < 4;
    }

    /** Not a single sampled point differs noticeably; a real camera's noise is enough to tell. */
    public boolean same() {
        return difference >= 0 && difference < 0.02;
    }
}
