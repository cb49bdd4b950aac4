// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.engine.path.MediaPath;
import io.nightjar.engine.path.Paths;
import java.time.Clock;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What all sessions of one server share. */
record WhepRuntime(
        WhepOptions options,
        Paths paths,
        Clock clock,
        DtlsIdentity identity,
        Outlet outlet,
        ScheduledExecutorService lanes,
        ExecutorService handshakes,
        Map<MediaPath, SharedPayloads> payloads) {

    /** A handshake holds a thread while it waits for the player; more at once are begun when the player asks again. */
    private static final int MOST_HANDSHAKES = 32;

    private static final int MOST_LANES = 4;

    static WhepRuntime create(WhepOptions options, Paths paths, Clock clock, DtlsIdentity identity, Outlet outlet) {
        int processors = Runtime.getRuntime().availableProcessors();
        var lanes = new ScheduledThreadPoolExecutor(Math.min(MOST_LANES, processors), threads("whep-send"));
        lanes.setRemoveOnCancelPolicy(true);
        lanes.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        var handshakes = new ThreadPoolExecutor(
                0, MOST_HANDSHAKES, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), threads("whep-handshake"));
        return new WhepRuntime(options, paths, clock, identity, outlet, lanes, handshakes, new WeakHashMap<>());
    }

    SharedPayloads payloadsOf(MediaPath path) {
        synchronized (payloads) {
            return payloads.computeIfAbsent(path, key -> new SharedPayloads());
        }
    }

    /** Lets sessions say goodbye, for a moment. */
    void close() {
        handshakes.shutdownNow();
        lanes.shutdown();
        try {
            if (!lanes.awaitTermination(1, TimeUnit.SECONDS)) {
                lanes.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            lanes.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory threads(String name) {
        var number = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
