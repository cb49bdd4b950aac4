// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Says whether the broker is there. Never makes a service unready: video does not wait for Kafka. */
final class KafkaCheck implements HealthCheck {

    private final BrokerLink link;
    private final Outbox outbox;

    KafkaCheck(BrokerLink link, Outbox outbox) {
        this.link = link;
        this.outbox = outbox;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("kafka")
                .up()
                .withData("connected", link.isUp())
                .withData("bootstrap", link.bootstrap())
                .withData("waiting", outbox.waiting())
                .withData("dropped", outbox.dropped())
                .build();
    }
}
