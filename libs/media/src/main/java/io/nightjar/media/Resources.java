// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.util.ArrayDeque;
import java.util.Deque;

/** Native things of one owner, released once and in reverse order of acquisition. */
final class Resources implements AutoCloseable {

    private final Deque<Runnable> releases = new ArrayDeque<>();

    /** Keeps a thing together with the way to release it. */
    <T> T own(T thing, Runnable release) {
        releases.push(release);
        return thing;
    }

    @Override
    public void close() {
        while (!releases.isEmpty()) {
            releases.pop().run();
        }
    }
}
