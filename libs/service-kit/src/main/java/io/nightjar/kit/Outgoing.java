// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.nightjar.contracts.event.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An event on its way out, already written as a record. */
record Outgoing(Topic<?> topic, ProducerRecord<String, byte[]> row) {

    record Slot(String topic, String key) {}

    /** What a newer event replaces. */
    Slot slot() {
        return new Slot(topic.name(), row.key());
    }
}
