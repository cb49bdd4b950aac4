// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.health;

import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.event.StreamTransition;
import io.nightjar.contracts.event.Topic;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.kit.Outbox;
import io.nightjar.kit.ServiceInfo;
import org.jboss.logging.Logger;

/** Sends health and transitions to their topics, and writes the one log line per transition. */
public final class OutboxReporter implements HealthReporter {

    private static final Logger LOG = Logger.getLogger(OutboxReporter.class);

    private final Outbox outbox;
    private final ServiceInfo info;

    public OutboxReporter(Outbox outbox, ServiceInfo info) {
        this.outbox = outbox;
        this.info = info;
    }

    @Override
    public void health(StreamHealth health) {
        outbox.send(Topic.HEALTH, health);
    }

    @Override
    public void transition(StreamTransition change) {
        LOG.infof(
                "Stream is %s camera=%s role=%s%s",
                change.to().wire(),
                change.stream().camera(),
                change.stream().role().wire(),
                details(change));
        outbox.send(Topic.TRANSITIONS, change);
    }

    @Override
    public void gone(StreamId stream) {
        outbox.delete(Topic.HEALTH, stream.toString());
    }

    @Override
    public String instance() {
        return info.answersInternalCalls() ? info.internalUrl() : "";
    }

    private static String details(StreamTransition change) {
        var text = new StringBuilder(" was=").append(change.from().wire());
        if (change.cause() != null) {
            text.append(" cause=").append(change.cause().wire());
        }
        if (change.nextDelayMs() != null) {
            text.append(" attempt=")
                    .append(change.attempt())
                    .append(" next=")
                    .append(change.nextDelayMs())
                    .append("ms");
        }
        if (change.reason() != null) {
            text.append(" reason=\"").append(change.reason()).append('"');
        }
        return text.toString();
    }
}
