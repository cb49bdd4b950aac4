// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.event.Topic;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Between events and Kafka records. */
final class EventCodec {

    /** A record that is not what its topic promises. */
    static final class Malformed extends Exception {
        Malformed(String message) {
            super(message);
        }
    }

    private static final JsonMapper JSON = ContractsJson.mapper();

    private final String source;
    private final Clock clock;

    EventCodec(String service, Clock clock) {
        this.source = "/nightjar/" + service;
        this.clock = clock;
    }

    <E> Outgoing encode(Topic<E> topic, E event) {
        var key = topic.key().apply(event);
        var id = UUID.randomUUID().toString();
        var headers = CloudEventHeaders.of(id, source, topic.type(), key, clock.instant());
        try {
            var value = JSON.writeValueAsBytes(event);
            return new Outgoing(topic, new ProducerRecord<>(topic.name(), null, key, value, headers));
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("An event of " + topic.name() + " cannot be written as JSON", failure);
        }
    }

    static Outgoing tombstone(Topic<?> topic, String key) {
        return new Outgoing(topic, new ProducerRecord<>(topic.name(), key, null));
    }

    static <E> E decode(Topic<E> topic, ConsumerRecord<String, byte[]> row) throws Malformed {
        var type = CloudEventHeaders.type(row.headers());
        if (type != null && !type.equals(topic.type())) {
            throw new Malformed("its type is " + type);
        }
        try {
            var event = JSON.readValue(row.value(), topic.event());
            if (event == null) {
                throw new Malformed("it says null");
            }
            return event;
        } catch (IOException failure) {
            // The parser's message may quote the event; its kind is enough to find the writer.
            throw new Malformed(failure.getClass().getSimpleName());
        }
    }
}
