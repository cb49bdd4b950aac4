// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

/**
 * How a conversion is going, counted from its beginning.
 *
 * @param packets taken
 * @param bytes of these
 * @param decoded pictures
 * @param encoded pictures handed on
 * @param late pictures left out after decoding, because newer ones were already waiting
 * @param limited pictures left out because fewer a second were asked for
 * @param damaged packets and pictures that were broken
 * @param skipped packets passed over until a key picture: after damage, at the start, or after an overflow
 * @param overflows how often the packets waiting became too many
 * @param inFlight packets taken whose picture has not left yet; reordering keeps some back
 */
public record VideoCounts(
        long packets,
        long bytes,
        long decoded,
        long encoded,
        long late,
        long limited,
        long damaged,
        long skipped,
        long overflows,
        long inFlight) {}
