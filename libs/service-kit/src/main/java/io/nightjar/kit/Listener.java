// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

/** Hears what a topic says. All calls of one follower come from one thread, in order per key; safe to replay. */
public interface Listener<E> {

    void onEvent(String key, E event);

    /** The key is gone: a tombstone. */
    default void onDeleted(String key) {}

    /** Everything that the topic held when the follower reached the broker has been told. Said once. */
    default void onCaughtUp() {}
}
