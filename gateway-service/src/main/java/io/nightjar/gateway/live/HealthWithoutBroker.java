// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.kit.InternalClient;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Asks ingest itself when its reports stop coming: the broker may be away while every camera is well. An ingest that is
 * gone does not answer either, and then its streams are shown as unknown.
 */
@Singleton
class HealthWithoutBroker {
    private static final Logger LOG = Logger.getLogger(HealthWithoutBroker.class);
    /** Ingest reports every 5 s. */
    private static final Duration LATE = Duration.ofSeconds(7);

    private static final Duration INTERVAL = Duration.ofSeconds(3);

    private final LiveState state;
    private final InternalClient client;
    private final Clock clock;
    private final Vertx vertx;

    HealthWithoutBroker(LiveState state, InternalClient client, Clock clock, Vertx vertx) {
        this.state = state;
        this.client = client;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(INTERVAL.toMillis(), timer -> askLateOnes());
    }

    private void askLateOnes() {
        var late = clock.instant().minus(LATE);
        state.all().stream()
                .filter(heard -> heard.received().isBefore(late))
                .map(heard -> heard.health().instance())
                .filter(instance -> !instance.isEmpty())
                .distinct()
                .forEach(this::ask);
    }

    private void ask(String instance) {
        client.get(instance, "/internal/ingest/streams")
                .subscribe()
                .with(
                        this::report,
                        failure -> LOG.debugf("Ingest does not answer instance=%s cause=%s", instance, failure));
    }

    private void report(JsonNode streams) {
        try {
            for (var each : ContractsJson.mapper().treeToValue(streams, StreamHealth[].class)) {
                state.report(each);
            }
        } catch (JsonProcessingException unreadable) {
            LOG.debugf("Ingest said something that is not a list of streams: %s", unreadable.getOriginalMessage());
        }
    }
}
