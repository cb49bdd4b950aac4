// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;

/** Client settings for a broker that may be away for hours: quick to try again, quick to give a call up. */
final class KafkaSettings {

    private KafkaSettings() {}

    static Map<String, Object> admin(String bootstrap) {
        var settings = common(bootstrap);
        settings.put("default.api.timeout.ms", 4000);
        settings.put("request.timeout.ms", 3000);
        settings.put("retries", 3);
        return settings;
    }

    /** Keeps the order of each key by having one request under way; waits for ever for what was handed over. */
    static Map<String, Object> producer(String bootstrap) {
        var settings = common(bootstrap);
        settings.put("acks", "all");
        settings.put("enable.idempotence", false);
        settings.put("max.in.flight.requests.per.connection", 1);
        settings.put("delivery.timeout.ms", Integer.MAX_VALUE);
        settings.put("request.timeout.ms", 5000);
        settings.put("max.block.ms", 2000);
        settings.put("linger.ms", 1);
        settings.put("buffer.memory", 8L * 1024 * 1024);
        settings.put("retry.backoff.max.ms", 500);
        return settings;
    }

    static Map<String, Object> consumer(String bootstrap) {
        var settings = common(bootstrap);
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        settings.put("allow.auto.create.topics", false);
        settings.put("default.api.timeout.ms", 4000);
        settings.put("request.timeout.ms", 3500);
        settings.put("max.poll.records", 1000);
        // What is new is answered at once; asking when nothing is costs every process of the house.
        settings.put("fetch.max.wait.ms", 2500);
        return settings;
    }

    /** For a member of a group that reads nothing. Partitions that stay where they are keep being looked after. */
    static Map<String, Object> member(String bootstrap, String group, Duration session) {
        var settings = consumer(bootstrap);
        settings.put("group.id", group);
        settings.put("partition.assignment.strategy", List.of(CooperativeStickyAssignor.class));
        settings.put("session.timeout.ms", Math.toIntExact(session.toMillis()));
        settings.put("heartbeat.interval.ms", Math.toIntExact(session.toMillis() / 4));
        // Members are few and let go quickly; who does not is given up.
        settings.put("max.poll.interval.ms", 30_000);
        return settings;
    }

    private static Map<String, Object> common(String bootstrap) {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("reconnect.backoff.ms", 100);
        settings.put("reconnect.backoff.max.ms", 1000);
        settings.put("connections.max.idle.ms", -1);
        settings.put("metadata.max.age.ms", 30_000);
        settings.put("enable.metrics.push", false);
        // A broker that came back may have other addresses than it had.
        settings.put("metadata.recovery.strategy", "rebootstrap");
        return settings;
    }
}
