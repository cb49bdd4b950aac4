// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.event.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private final Backlog backlog = new Backlog(2);

    @Test
    void ofACompactedTopicTheNewestPerKeyWaits() {
        backlog.add(state("gate", "old"));
        backlog.add(state("yard", "only"));
        backlog.add(state("gate", "new"));

        assertThat(drain()).containsExactly("new", "only");
    }

    @Test
    void ofOtherTopicsTheOldestGoFirstWhenItIsFull() {
        assertThat(backlog.add(fact("first"))).isZero();
        assertThat(backlog.add(fact("second"))).isZero();
        assertThat(backlog.add(fact("third"))).isOne();

        assertThat(drain()).containsExactly("second", "third");
    }

    @Test
    void whatCouldNotBeHandedOverComesBackInItsPlaceUnlessSomethingNewerWaits() {
        backlog.restore(state("gate", "returned"));
        backlog.add(state("yard", "new"));
        backlog.restore(state("yard", "old"));
        backlog.add(fact("second"));
        backlog.restore(fact("first"));

        assertThat(drain()).containsExactly("first", "second", "returned", "new");
    }

    private List<String> drain() {
        var values = new ArrayList<String>();
        for (var event = backlog.poll(); event != null; event = backlog.poll()) {
            values.add(new String(event.row().value(), StandardCharsets.UTF_8));
        }
        return values;
    }

    private static Outgoing state(String key, String value) {
        return outgoing(Topic.HEALTH, key, value);
    }

    private static Outgoing fact(String value) {
        return outgoing(Topic.TRANSITIONS, "gate/main", value);
    }

    private static Outgoing outgoing(Topic<?> topic, String key, String value) {
        return new Outgoing(topic, new ProducerRecord<>(topic.name(), key, value.getBytes(StandardCharsets.UTF_8)));
    }
}
