// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.nightjar.contracts.event.Topic;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Follows topics. Needs no broker to begin, and outlives its absences. */
public final class Events implements AutoCloseable {

    private final BrokerLink link;
    private final MeterRegistry metrics;
    private final Set<Subscription> open = ConcurrentHashMap.newKeySet();

    public Events(BrokerLink link, MeterRegistry metrics) {
        this.link = link;
        this.metrics = metrics;
    }

    /** Calls the listener, on a thread of its own, until the subscription or these events are closed. */
    public <E> Subscription follow(Topic<E> topic, From from, Listener<E> listener) {
        var malformed = Counter.builder("nightjar.events.malformed")
                .description("Records that are not what their topic promises, skipped")
                .tag("topic", topic.name())
                .register(metrics);
        var reader = new TopicReader<>(link, topic, from, new Dispatch<>(topic, listener, malformed), open::remove);
        open.add(reader);
        reader.start();
        return reader;
    }

    @Override
    public void close() {
        open.forEach(Subscription::close);
    }
}
