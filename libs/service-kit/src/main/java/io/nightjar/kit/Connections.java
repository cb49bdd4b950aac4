// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** How many connections a Kafka client has right now: clients do not tell when the broker goes away. */
final class Connections {

    private final Metric count;

    Connections(Map<MetricName, ? extends Metric> metrics) {
        this.count = metrics.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals("connection-count"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This Kafka client does not count its connections"));
    }

    boolean any() {
        return count.metricValue() instanceof Number number && number.doubleValue() > 0;
    }
}
