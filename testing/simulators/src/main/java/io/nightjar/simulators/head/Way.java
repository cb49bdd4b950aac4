// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.head;

import java.util.Map;

/** A direction of a head. */
public record Way(int pan, int tilt) {

    /** By the words that several vendors use. */
    public static final Map<String, Way> BY_WORD = Map.of(
            "Up", new Way(0, 1),
            "Down", new Way(0, -1),
            "Left", new Way(-1, 0),
            "Right", new Way(1, 0),
            "LeftUp", new Way(-1, 1),
            "RightUp", new Way(1, 1),
            "LeftDown", new Way(-1, -1),
            "RightDown", new Way(1, -1));
}
