// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

/**
 * A piece of a segment: one fragment.
 *
 * @param number counts all parts of a muxer, so that the next part's name is known before it is known in which segment it
 *     will be
 * @param independent a player can begin here
 */
@SuppressWarnings("ArrayRecordComponent") // shared with sockets, never changed or compared
record Part(long number, long durationMicros, boolean independent, byte[] bytes) {}
