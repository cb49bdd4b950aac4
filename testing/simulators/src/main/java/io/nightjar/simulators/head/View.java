// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.head;

/**
 * Where a head looks.
 *
 * @param pan from -1, left, to 1
 * @param tilt from -1, down, to 1
 * @param zoom from 0, wide, to 1
 */
public record View(double pan, double tilt, double zoom) {

    /** Straight ahead, as wide as it gets. */
    public static final View AHEAD = new View(0, 0, 0);
}
