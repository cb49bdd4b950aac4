// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

import java.time.Duration;

/**
 * How long a bridge is waited for.
 *
 * @param answer for the connection, and for one answer; a picture to type off or a code takes longer
 * @param ping between two signs of life; a bridge that gives none in that time is taken for dead
 * @param shortest pause before the second attempt to connect; it doubles up to the longest
 * @param signIn before the bridge is asked a second time to sign in to its cloud; doubles as well
 */
public record BridgePatience(
        Duration answer, Duration ping, Duration shortest, Duration longest, Duration signIn, Duration longestSignIn) {

    /** A refused sign-in is repeated slowly: the cloud locks accounts. */
    public static final BridgePatience USUAL = new BridgePatience(
            Duration.ofSeconds(8),
            Duration.ofSeconds(15),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(30));
}
