// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudevents.kafka.CloudEventDeserializer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.event.Detection;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.event.PtzStatus;
import io.nightjar.contracts.event.Topic;
import io.nightjar.testing.KafkaAddress;
import io.nightjar.testing.KafkaResource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaResource.class)
class EventsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private String bootstrap = "";
    private Events events;
    private Outbox outbox;

    @BeforeEach
    void open(KafkaAddress kafka) {
        bootstrap = kafka.bootstrap();
        var link = new BrokerLink(bootstrap);
        events = new Events(link, metrics);
        outbox = new Outbox(link, "test", Clock.systemUTC(), metrics);
    }

    @AfterEach
    void close() {
        events.close();
        outbox.close();
    }

    @Test
    void aFollowerFromTheStartHearsTheNewestStateThenWhatHappens() {
        var gate = camera();
        outbox.send(Topic.PTZ, status(gate, "old"));
        outbox.send(Topic.PTZ, status(gate, "new"));
        await().atMost(PATIENCE).until(() -> outbox.waiting() == 0);
        var heard = new Heard<PtzStatus>(gate);

        events.follow(Topic.PTZ, From.START, heard);

        heard.await("owner=new", "caught up");
        outbox.send(Topic.PTZ, status(gate, "later"));
        heard.await("owner=later");
        outbox.delete(Topic.PTZ, gate);
        heard.await("owner=new", "caught up", "owner=later", "deleted");
        assertThat(heard.threads()).hasSize(1);
    }

    @Test
    void aFollowerFromTheEndHearsWhatHappensAfterItCaughtUp() {
        var gate = camera();
        outbox.send(Topic.PTZ, status(gate, "before"));
        await().atMost(PATIENCE).until(() -> outbox.waiting() == 0);
        var heard = new Heard<PtzStatus>(gate);

        events.follow(Topic.PTZ, From.END, heard);
        heard.await("caught up");
        outbox.send(Topic.PTZ, status(gate, "after"));

        heard.await("caught up", "owner=after");
    }

    @Test
    void eventsArriveWithinMilliseconds() {
        var gate = camera();
        var heard = new Heard<PtzStatus>(gate);
        events.follow(Topic.PTZ, From.END, heard);
        heard.await("caught up");
        outbox.send(Topic.PTZ, status(gate, "warm up"));
        heard.awaitCount(2);

        var nanos = IntStream.range(0, 50)
                .mapToLong(each -> heard.timeOne(() -> outbox.send(Topic.PTZ, status(gate, "e" + each))))
                .sorted()
                .toArray();

        // Five on an idle machine, hundreds where somebody polls; the margin is for slow and busy machines.
        assertThat(Duration.ofNanos(nanos[25])).isLessThan(Duration.ofMillis(200));
    }

    @Test
    void aMalformedEventIsSkippedAndCounted() throws Exception {
        var gate = camera();
        var heard = new Heard<PtzStatus>(gate);
        events.follow(Topic.PTZ, From.END, heard);
        heard.await("caught up");

        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topic.PTZ.name(), gate, "{\"camera\":"))
                    .get(30, TimeUnit.SECONDS);
            producer.send(new ProducerRecord<>(Topic.PTZ.name(), gate, "null")).get(30, TimeUnit.SECONDS);
        }
        outbox.send(Topic.PTZ, status(gate, "good"));

        heard.await("caught up", "owner=good");
        await().untilAsserted(() -> assertThat(metrics.counter("nightjar.events.malformed", "topic", Topic.PTZ.name())
                        .count())
                .isEqualTo(2));
    }

    @Test
    void aListenerThatFailsHearsTheNextEventAllTheSame() {
        var gate = camera();
        var heard = new Heard<PtzStatus>(gate) {
            @Override
            public void onEvent(String key, PtzStatus event) {
                super.onEvent(key, event);
                throw new IllegalStateException("this listener fails on purpose");
            }
        };
        events.follow(Topic.PTZ, From.END, heard);
        heard.await("caught up");

        outbox.send(Topic.PTZ, status(gate, "one"));
        heard.awaitCount(2);
        outbox.send(Topic.PTZ, status(gate, "two"));

        heard.awaitCount(3);
    }

    @Test
    void theCloudEventsLibraryReadsOurEvents() {
        var gate = CameraId.of(camera());
        var detection = new Detection("d1", gate, "motion", Instant.EPOCH, null, "ingest", 0.5, List.of(), null);
        outbox.send(Topic.DETECTIONS, detection);
        await().atMost(PATIENCE).until(() -> outbox.waiting() == 0);

        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new StringDeserializer(), new CloudEventDeserializer())) {
            var partitions = IntStream.range(0, Topic.PARTITIONS)
                    .mapToObj(each -> new TopicPartition(Topic.DETECTIONS.name(), each))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(consumer.poll(Duration.ofMillis(200)))
                    .filteredOn(row -> gate.value().equals(row.key()))
                    .singleElement()
                    .satisfies(row -> {
                        var event = row.value();
                        assertThat(event.getType()).isEqualTo("io.nightjar.detection");
                        assertThat(event.getSource()).hasToString("/nightjar/test");
                        assertThat(event.getSubject()).isEqualTo(gate.value());
                        assertThat(event.getDataContentType()).isEqualTo("application/json");
                        assertThat(event.getTime()).isNotNull();
                        assertThat(new String(event.getData().toBytes(), StandardCharsets.UTF_8))
                                .contains("\"kind\":\"motion\"");
                    }));
        }
    }

    private static String camera() {
        return "cam-" + UUID.randomUUID();
    }

    private static PtzStatus status(String camera, String owner) {
        return new PtzStatus(
                CameraId.of(camera),
                owner,
                0,
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
