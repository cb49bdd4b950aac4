// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The outbox's thread: moves what waits to the broker, in order per key, whenever there is one. */
final class OutboxWorker {

    private static final Logger LOG = Logger.getLogger(OutboxWorker.class);
    private static final Duration RETRY = Duration.ofMillis(300);

    private final BrokerLink link;
    private final Backlog backlog;
    private final EventSender sender;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private boolean closed;

    OutboxWorker(BrokerLink link, Backlog backlog, Counter sent, Counter refused) {
        this.link = link;
        this.backlog = backlog;
        this.sender = new EventSender(link, sent, refused, this::wake);
        this.thread = Thread.ofPlatform().name("outbox").daemon(true).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Answers how many events were lost by this: older ones, or after closing this one. */
    int accept(Outgoing event) {
        lock.lock();
        try {
            if (closed) {
                return 1;
            }
            int lost = backlog.add(event);
            changed.signalAll();
            return lost;
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return backlog.size() + sender.inFlight();
        } finally {
            lock.unlock();
        }
    }

    /** Lets what waits leave, at most so long and only towards a broker that is there, and ends the thread. */
    void close(Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!link.isAway() && backlog.size() + sender.inFlight() > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            closed = true;
            lock.unlock();
        }
        thread.interrupt();
    }

    private void run() {
        try {
            for (var event = next(); event != null; event = next()) {
                if (!sender.send(event)) {
                    restore(event);
                }
            }
        } catch (InterruptedException | InterruptException stopped) {
            LOG.debug("The outbox is closed");
        } finally {
            sender.close();
        }
    }

    /** Waits for an event that can be handed over; null when closed. */
    private @Nullable Outgoing next() throws InterruptedException {
        lock.lock();
        try {
            var event = ready();
            while (event == null && !closed) {
                // Woken by events and by answers of the broker, not by its return: look now and then.
                var unused = changed.awaitNanos(RETRY.toNanos());
                sender.observe();
                event = ready();
            }
            return event;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Outgoing ready() {
        return sender.ready() ? backlog.poll() : null;
    }

    private void restore(Outgoing event) throws InterruptedException {
        lock.lock();
        try {
            backlog.restore(event);
            long left = RETRY.toNanos();
            // New events do not shorten the pause.
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
