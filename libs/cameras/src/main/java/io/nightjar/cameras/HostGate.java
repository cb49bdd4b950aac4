// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Keeps a camera from being asked too much at once: a few requests per host, and one where it bears no more. */
final class HostGate {

    private static final int AT_ONCE = 5;

    private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();

    /** A right to ask, given back by closing it once. */
    static final class Pass implements AutoCloseable {

        private final Semaphore host;
        private final int permits;

        private Pass(Semaphore host, int permits) {
            this.host = host;
            this.permits = permits;
        }

        @Override
        public void close() {
            host.release(permits);
        }
    }

    /** Waits for its turn, in order of arrival; what is urgent has no turn. */
    Pass enter(String host, HttpAsk ask, Deadline deadline) throws SocketTimeoutException, InterruptedIOException {
        var semaphore = hosts.computeIfAbsent(host, name -> new Semaphore(AT_ONCE, true));
        if (ask.isUrgent()) {
            return new Pass(semaphore, 0);
        }
        int permits = ask.alone() ? AT_ONCE : 1;
        try {
            if (!semaphore.tryAcquire(permits, deadline.left(), TimeUnit.MILLISECONDS)) {
                throw new SocketTimeoutException("Other requests to this camera took too long");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        }
        return new Pass(semaphore, permits);
    }
}
