// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

/** Where a step goes, by the numbers of the bridge. There is nothing between them. */
public enum EufyDirection {
    LEFT(1),
    RIGHT(2),
    UP(3),
    DOWN(4);

    private final int number;

    EufyDirection(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
