// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import java.time.Duration;

/**
 * How long a head may take to answer.
 *
 * @param move with all the requests that it takes
 * @param stop short, as it is sent again when it fails
 * @param question about presets, positions and abilities
 */
public record HeadPace(Duration move, Duration stop, Duration question) {

    public static final HeadPace USUAL =
            new HeadPace(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(6));
}
