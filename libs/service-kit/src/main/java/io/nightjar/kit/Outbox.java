// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.nightjar.contracts.event.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Where services leave their events. Never blocks and never fails for want of a broker: meanwhile it keeps the newest
 * event per key of compacted topics, and the newest few thousand of the others.
 */
public final class Outbox implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Outbox.class);
    private static final int CAPACITY = 10_000;
    private static final Duration FLUSH = Duration.ofSeconds(2);

    private final EventCodec codec;
    private final OutboxWorker worker;
    private final Counter dropped;
    private final AtomicBoolean dropping = new AtomicBoolean();

    /** @param service who speaks: the source of the events */
    public Outbox(BrokerLink link, String service, Clock clock, MeterRegistry metrics) {
        this(link, service, clock, metrics, CAPACITY);
    }

    Outbox(BrokerLink link, String service, Clock clock, MeterRegistry metrics, int capacity) {
        this.codec = new EventCodec(service, clock);
        this.dropped = Counter.builder("nightjar.outbox.dropped")
                .description("Events lost because the broker was away too long or refused them")
                .register(metrics);
        var sent = Counter.builder("nightjar.outbox.sent")
                .description("Events the broker has taken")
                .register(metrics);
        this.worker = new OutboxWorker(link, new Backlog(capacity), sent, dropped);
        metrics.gauge("nightjar.outbox.waiting", worker, OutboxWorker::waiting);
        worker.start();
    }

    public <E> void send(Topic<E> topic, E event) {
        accept(codec.encode(topic, event));
    }

    /** Leaves a tombstone: the key is gone for everybody who follows the topic. */
    public <E> void delete(Topic<E> topic, String key) {
        if (!topic.compacted()) {
            throw new IllegalArgumentException(topic.name() + " keeps its history; nothing can be deleted from it");
        }
        accept(EventCodec.tombstone(topic, key));
    }

    /** How many events have not reached the broker yet. */
    public int waiting() {
        return worker.waiting();
    }

    public long dropped() {
        return (long) dropped.count();
    }

    /** Gives what waits two seconds to leave, then lets it go. */
    @Override
    public void close() {
        worker.close(FLUSH);
    }

    private void accept(Outgoing event) {
        int lost = worker.accept(event);
        if (lost == 0) {
            return;
        }
        dropped.increment(lost);
        if (dropping.compareAndSet(false, true)) {
            LOG.warnf(
                    "Events are dropped: Kafka is away too long, or this process is ending topic=%s",
                    event.topic().name());
        }
    }
}
