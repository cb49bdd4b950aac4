// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nightjar.broker.EmbeddedBroker;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.event.PtzStatus;
import io.nightjar.contracts.event.Topic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerAbsenceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path data;

    private int port;
    private BrokerLink link;
    private Events events;
    private Outbox outbox;

    @BeforeEach
    void open() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        link = new BrokerLink("127.0.0.1:" + port);
        var metrics = new SimpleMeterRegistry();
        events = new Events(link, metrics);
        outbox = new Outbox(link, "test", Clock.systemUTC(), metrics);
    }

    @AfterEach
    void close() {
        events.close();
        outbox.close();
    }

    @Test
    void whatWaitedForTheBrokerArrivesWhenItComesAndWhenItComesBack() {
        var heard = new Heard<PtzStatus>("gate");
        events.follow(Topic.PTZ, From.START, heard);
        for (int each = 0; each < 100; each++) {
            outbox.send(Topic.PTZ, status("outdated"));
        }
        outbox.send(Topic.PTZ, status("second"));
        await().atMost(PATIENCE).until(link::isAway);

        try (var broker = EmbeddedBroker.start(data, port)) {
            heard.await(PATIENCE, "owner=second");
            // The newest, the end of the replay, and at most one that was just being tried.
            assertThat(heard.said()).hasSizeLessThanOrEqualTo(3);
            assertThat(link.isUp()).isTrue();
        }
        await().atMost(PATIENCE).until(link::isAway);
        outbox.send(Topic.PTZ, status("third"));
        outbox.send(Topic.PTZ, status("fourth"));

        try (var broker = EmbeddedBroker.start(data, port)) {
            heard.await(PATIENCE, "owner=fourth");
            assertThat(link.isUp()).isTrue();
            events.close();
            outbox.close();
        }
    }

    @Test
    void aBrokerThatComesBackEmptyGetsItsTopicsAgain(@TempDir Path empty) {
        var heard = new Heard<PtzStatus>("gate");
        events.follow(Topic.PTZ, From.START, heard);
        try (var broker = EmbeddedBroker.start(data, port)) {
            outbox.send(Topic.PTZ, status("old"));
            heard.await(PATIENCE, "owner=old");
        }
        await().atMost(PATIENCE).until(link::isAway);

        try (var broker = EmbeddedBroker.start(empty, port)) {
            outbox.send(Topic.PTZ, status("new"));
            heard.await(PATIENCE, "owner=new");
            events.close();
            outbox.close();
        }
    }

    @Test
    void sendingAndClosingTakeNoTimeWithoutABroker() {
        long begun = System.nanoTime();
        for (int each = 0; each < 10_000; each++) {
            outbox.send(Topic.PTZ, status("e" + each));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        // The newest, and at most one that is just being tried.
        assertThat(outbox.waiting()).isLessThanOrEqualTo(2);

        begun = System.nanoTime();
        outbox.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(outbox.dropped()).isZero();
    }

    private static PtzStatus status(String owner) {
        return new PtzStatus(
                CameraId.of("gate"),
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
