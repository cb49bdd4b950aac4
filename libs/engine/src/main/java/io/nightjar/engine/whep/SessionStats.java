// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

/**
 * How a session fares, as of its last second.
 *
 * @param state {@code connecting}, {@code live} or {@code ended}
 * @param packets video packets sent, repeats not counted
 * @param resent packets sent again because the player missed them
 * @param missing packets the player asked for again
 * @param keyRequests how often it asked for a key picture
 * @param lost packets that never arrived, by the player's own report
 */
public record SessionStats(String state, long packets, long resent, long missing, long keyRequests, long lost) {

    static final SessionStats CONNECTING = new SessionStats("connecting", 0, 0, 0, 0, 0);
}
