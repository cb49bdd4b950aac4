// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

/**
 * Where a head points, in parts of what it reaches.
 *
 * @param pan from -1, leftmost, to 1
 * @param tilt from -1, lowest, to 1
 * @param zoom from 0, widest, to 1
 */
public record AmcrestPosition(double pan, double tilt, double zoom) {}
