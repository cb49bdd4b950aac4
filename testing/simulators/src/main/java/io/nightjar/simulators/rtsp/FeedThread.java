// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one thread of a feed: runs a step at a fixed rate while it is wanted. */
final class FeedThread implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(FeedThread.class);

    private final ScheduledExecutorService executor;
    private final String name;
    private @Nullable Future<?> ticking;

    FeedThread(String name) {
        this.name = name;
        this.executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon(true).factory());
    }

    /** Runs a task on the thread; does nothing once closed. */
    void run(Runnable task) {
        try {
            executor.execute(guarded(task));
        } catch (RejectedExecutionException closed) {
            LOG.debugf("feed is closed feed=%s", name);
        }
    }

    /** Begins to tick at once; to be called on the thread. */
    void start(Duration period, Runnable step) {
        stop();
        ticking = executor.scheduleAtFixedRate(guarded(step), 0, period.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** To be called on the thread. */
    void stop() {
        if (ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
    }

    boolean ticking() {
        return ticking != null;
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error failure) {
                LOG.errorf(failure, "feed failed feed=%s", name);
                throw failure;
            }
        };
    }

    /** Runs a last task and waits for it. */
    void close(Runnable last) {
        run(() -> {
            stop();
            last.run();
        });
        executor.shutdown();
        try {
            if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warnf("feed did not end feed=%s", name);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        close(() -> {});
    }
}
