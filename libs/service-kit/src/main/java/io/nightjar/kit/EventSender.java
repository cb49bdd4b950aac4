// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The Kafka producer behind the outbox; used by the outbox's thread alone. */
final class EventSender {

    private static final Logger LOG = Logger.getLogger(EventSender.class);
    private static final int MOST_IN_FLIGHT = 256;

    private final BrokerLink link;
    private final Counter sent;
    private final Counter refused;
    private final Runnable settled;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicBoolean refusing = new AtomicBoolean();
    private @Nullable KafkaProducer<String, byte[]> producer;
    private @Nullable Connections connections;
    private boolean wasConnected;

    /** @param settled called after each answer of the broker, on the producer's thread */
    EventSender(BrokerLink link, Counter sent, Counter refused, Runnable settled) {
        this.link = link;
        this.sent = sent;
        this.refused = refused;
        this.settled = settled;
    }

    int inFlight() {
        return inFlight.get();
    }

    /**
     * Whether to hand over the next event. While the broker is away at most a handful are handed over: the rest waits
     * where newer replaces older.
     */
    boolean ready() {
        return inFlight.get() < MOST_IN_FLIGHT && (inFlight.get() == 0 || connected());
    }

    /** Tells the link how things are, once there has been a connection. */
    void observe() {
        var connected = connected();
        wasConnected |= connected;
        if (wasConnected) {
            link.report(this, connected);
        }
    }

    /** Hands the event to the producer, which keeps the order of each key; false when the broker is away. */
    boolean send(Outgoing event) throws InterruptedException {
        inFlight.incrementAndGet();
        try {
            link.topics().ensure(event.topic());
            var unused = open().send(event.row(), (metadata, failure) -> settle(event, failure));
            return true;
        } catch (KafkaException | TimeoutException | IllegalStateException away) {
            LOG.debugf(
                    "Kafka did not take an event topic=%s cause=%s",
                    event.topic().name(), away);
            inFlight.decrementAndGet();
            link.topics().forget();
            link.report(this, false);
            return false;
        }
    }

    void close() {
        link.forget(this);
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }

    private void settle(Outgoing event, @Nullable Exception failure) {
        inFlight.decrementAndGet();
        if (failure == null) {
            sent.increment();
        } else {
            refused.increment();
            if (refusing.compareAndSet(false, true)) {
                LOG.warnf(
                        "Kafka refuses an event; it and others like it are lost topic=%s cause=%s",
                        event.topic().name(), failure);
            }
        }
        settled.run();
    }

    private boolean connected() {
        return connections != null && connections.any();
    }

    private KafkaProducer<String, byte[]> open() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    KafkaSettings.producer(link.bootstrap()), new StringSerializer(), new ByteArraySerializer());
            connections = new Connections(producer.metrics());
        }
        return producer;
    }
}
