// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

/** Where a follower of a topic begins. */
public enum From {
    /** With everything the topic still holds: for a compacted topic, the state of the world. */
    START,
    /** With what is sent from now on. */
    END
}
