// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.event.CameraEntry;
import io.nightjar.contracts.event.Topic;
import io.nightjar.contracts.stream.Role;
import io.nightjar.testing.KafkaAddress;
import io.nightjar.testing.KafkaResource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(KafkaResource.class)
class CameraDirectoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final CameraId gate = CameraId.of("cam-" + UUID.randomUUID());

    @Test
    void theRegistryIsFollowedAndRememberedForAStartWithoutKafka(KafkaAddress kafka) {
        var changes = new AtomicInteger();
        var link = new BrokerLink(kafka.bootstrap());
        try (var outbox = new Outbox(link, "gateway", Clock.systemUTC(), metrics);
                var events = new Events(link, metrics);
                var directory = new CameraDirectory(events, folder)) {
            directory.listen(changes::incrementAndGet);
            directory.start();
            outbox.send(Topic.CAMERAS, CameraEntry.of(camera(gate, "Gate")));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(directory.find(gate)).contains(camera(gate, "Gate")));
            await().atMost(PATIENCE).until(() -> directory.isCaughtUp() && changes.get() > 0);
        }

        var nowhere = new BrokerLink("127.0.0.1:1");
        try (var events = new Events(nowhere, metrics);
                var directory = new CameraDirectory(events, folder)) {
            directory.start();
            assertThat(directory.find(gate)).contains(camera(gate, "Gate"));
            assertThat(directory.isCaughtUp()).isFalse();
        }
    }

    @Test
    void aDeletedCameraIsGone(KafkaAddress kafka) {
        var link = new BrokerLink(kafka.bootstrap());
        try (var outbox = new Outbox(link, "gateway", Clock.systemUTC(), metrics);
                var events = new Events(link, metrics);
                var directory = new CameraDirectory(events, folder)) {
            directory.start();
            outbox.send(Topic.CAMERAS, CameraEntry.of(camera(gate, "Gate")));
            await().atMost(PATIENCE).until(() -> directory.find(gate).isPresent());

            outbox.delete(Topic.CAMERAS, gate.value());

            await().atMost(PATIENCE).until(() -> directory.find(gate).isEmpty());
            assertThatThrownBy(() -> directory.get(gate.value())).isInstanceOf(Problem.class);
            assertThatThrownBy(() -> directory.get("../x")).isInstanceOf(Problem.class);
        }
    }

    private static CameraSpec camera(CameraId id, String name) {
        return new CameraSpec(
                id,
                name,
                Vendor.GENERIC,
                null,
                null,
                null,
                Map.of(Role.MAIN, new StreamSpec("rtsp://127.0.0.1/main", Transport.AUTO, false, true)),
                Set.of(Capability.STREAMING),
                PtzSettings.NONE,
                false,
                null,
                Origin.FILE,
                Map.of());
    }
}
