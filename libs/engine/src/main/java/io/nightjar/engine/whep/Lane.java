// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs one session's work in order, one task at a time, on threads shared by all sessions. */
final class Lane implements Executor {

    private static final Logger LOG = Logger.getLogger(Lane.class);

    private final ScheduledExecutorService threads;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    Lane(ScheduledExecutorService threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (tasks) {
            tasks.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        submit();
    }

    void later(Runnable task, long delayMillis) {
        try {
            var ignored = threads.schedule(() -> execute(task), delayMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.debug("Not scheduled: the server is closing");
        }
    }

    private void submit() {
        try {
            threads.execute(this::runAll);
        } catch (RejectedExecutionException closing) {
            synchronized (tasks) {
                tasks.clear();
                running = false;
            }
        }
    }

    private void runAll() {
        while (true) {
            Runnable task;
            synchronized (tasks) {
                task = tasks.poll();
                if (task == null) {
                    running = false;
                    return;
                }
            }
            run(task);
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException broken) {
            LOG.error("A WebRTC session's task failed", broken);
        }
    }
}
