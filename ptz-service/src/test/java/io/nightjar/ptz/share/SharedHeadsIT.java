// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.event.PtzStatus;
import io.nightjar.contracts.event.Topic;
import io.nightjar.kit.BrokerLink;
import io.nightjar.kit.Events;
import io.nightjar.kit.Outbox;
import io.nightjar.kit.ServiceInfo;
import io.nightjar.kit.Shares;
import io.nightjar.testing.KafkaAddress;
import io.nightjar.testing.KafkaResource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaResource.class)
class SharedHeadsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CameraId camera =
            CameraId.of("gate-" + UUID.randomUUID().toString().substring(0, 8));
    private Events events;
    private Outbox outbox;
    private SharedHeads heads;

    @BeforeEach
    void start(KafkaAddress kafka) {
        var link = new BrokerLink(kafka.bootstrap());
        var metrics = new SimpleMeterRegistry();
        events = new Events(link, metrics);
        outbox = new Outbox(link, "test", Clock.systemUTC(), metrics);
        var shares = new Shares(link, "test-" + camera, Shares.Rules.USUAL, Clock.systemUTC());
        heads = new SharedHeads(shares, events, new ServiceInfo("ptz"));
    }

    @AfterEach
    void close() {
        heads.close();
        events.close();
        outbox.close();
    }

    @Test
    void aSingleProcessOwnsAllHeads() {
        await().atMost(PATIENCE).until(() -> heads.owns(camera));
        assertThat(heads.epoch()).isPositive();
        assertThat(heads.ownerOf(camera)).isEmpty();
    }

    @Test
    void theOwnerIsWhoSaidSoLastByTheHighestEpoch() {
        outbox.send(Topic.PTZ, status("http://127.0.0.1:2", 7));
        await().atMost(PATIENCE).until(() -> heads.ownerOf(camera).equals(Optional.of("http://127.0.0.1:2")));
        // Whoever was replaced and does not know yet.
        outbox.send(Topic.PTZ, status("http://127.0.0.1:1", 6));
        outbox.send(Topic.PTZ, status("http://127.0.0.1:3", 8));
        await().atMost(PATIENCE).until(() -> heads.ownerOf(camera).equals(Optional.of("http://127.0.0.1:3")));
        outbox.delete(Topic.PTZ, camera.value());
        await().atMost(PATIENCE).until(() -> heads.ownerOf(camera).isEmpty());
    }

    private PtzStatus status(String owner, long epoch) {
        return new PtzStatus(
                camera,
                owner,
                epoch,
                null,
                PtzAbilities.NONE,
                null,
                null,
                false,
                null,
                null,
                false,
                PtzStatus.BridgeNeed.NOTHING,
                null,
                null,
                null,
                Instant.EPOCH);
    }
}
