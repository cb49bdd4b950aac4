// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keeps native memory from being released under a running call. A crash there would take every camera with it, so misuse
 * by two threads, or after closing, must end in an exception.
 */
final class Guard {

    private final Resources resources;
    private final LogScope scope;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closing;

    Guard(Resources resources) {
        this(resources, LogScope.worker());
    }

    /** With a place for what libav writes meanwhile. */
    Guard(Resources resources, LogScope scope) {
        this.resources = resources;
        this.scope = scope;
    }

    <T> T use(Supplier<T> work) {
        lock.lock();
        try {
            if (closing) {
                throw new IllegalStateException("Closed");
            }
            return scope.within(work);
        } finally {
            leave();
        }
    }

    void run(Runnable work) {
        var unused = use(() -> {
            work.run();
            return true;
        });
    }

    /** No call is running. */
    boolean idle() {
        return !lock.isLocked();
    }

    /** Releases everything, once; waits for a running call of another thread, and for the caller's own to return. */
    void close() {
        lock.lock();
        closing = true;
        leave();
    }

    private void leave() {
        if (closing && lock.getHoldCount() == 1) {
            resources.close();
        }
        lock.unlock();
    }
}
