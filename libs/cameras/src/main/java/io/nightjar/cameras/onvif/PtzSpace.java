// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.util.Optional;

/**
 * The numbers a node takes for one kind of move.
 *
 * @param uri what they mean
 * @param y only where the head has two axes
 */
public record PtzSpace(String uri, Range x, Optional<Range> y) {

    /** From the least to the most. */
    public record Range(double min, double max) {

        /** Takes -1 to 1, and gives the same place within this range. */
        public double fromMiddle(double value) {
            return min + (value + 1) / 2 * (max - min);
        }

        /** Takes -1 to 1 as a speed or a way: 0 stays 0. */
        public double signed(double value) {
            return value < 0 ? -value * Math.min(min, 0) : value * Math.max(max, 0);
        }

        /** The inverse of {@link #fromMiddle}: gives -1 to 1. */
        public double toMiddle(double value) {
            return max > min ? Math.clamp((value - min) / (max - min) * 2 - 1, -1, 1) : 0;
        }

        /** The inverse of {@link #fromStart}: gives 0 to 1. */
        public double toStart(double value) {
            return max > min ? Math.clamp((value - min) / (max - min), 0, 1) : 0;
        }

        /** Takes 0 to 1. */
        public double fromStart(double value) {
            return min + value * (max - min);
        }
    }
}
