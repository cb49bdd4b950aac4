// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.driver;

/**
 * Where a head points, in parts of what it can reach.
 *
 * @param pan from -1, leftmost, to 1
 * @param tilt from -1, lowest, to 1
 * @param zoom from 0, widest, to 1
 */
public record Position(double pan, double tilt, double zoom) {}
