// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.nightjar.broker.EmbeddedBroker;
import io.nightjar.contracts.event.Topic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharesIT {

    static final Shares.Rules RULES = new Shares.Rules(Duration.ofMillis(500), Duration.ofMillis(1500));

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ALL = Topic.PARTITIONS;
    private static final String GROUP = "test-shares";

    @TempDir
    Path data;

    private int port;
    private final List<Shares> open = new ArrayList<>();

    @BeforeEach
    void choosePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    @AfterEach
    void close() {
        open.forEach(Shares::close);
    }

    @Test
    void replicasShareTheCamerasAndGiveThemBack() {
        try (var broker = EmbeddedBroker.start(data, port)) {
            var first = replica();
            awaitOwning(first, ALL);
            long alone = first.epoch();
            var second = shares();
            // Whoever takes over finds that the one before has let go already.
            var both = new CopyOnWriteArrayList<Set<Integer>>();
            second.listen(() -> {
                var common = new HashSet<>(first.partitions());
                common.retainAll(second.partitions());
                both.add(common);
            });
            var meanwhile = new CopyOnWriteArrayList<Integer>();
            first.listen(() -> {
                // Stopping what moves takes its time.
                await().during(Duration.ofMillis(300)).atMost(PATIENCE).until(() -> true);
                meanwhile.add(first.partitions().size() + second.partitions().size());
            });
            second.start();
            awaitOwning(first, ALL / 2);
            awaitOwning(second, ALL / 2);

            assertThat(meanwhile.getFirst()).isEqualTo(ALL / 2);
            assertThat(both).allSatisfy(common -> assertThat(common).isEmpty());
            assertThat(first.owns("gate")).isNotEqualTo(second.owns("gate"));
            assertThat(second.epoch()).isGreaterThan(alone);
            long shared = second.epoch();
            second.close();
            awaitOwning(first, ALL);
            assertThat(second.partitions()).isEmpty();
            assertThat(first.epoch()).isGreaterThan(shared);
            close();
        }
    }

    @Test
    void aKilledReplicaIsReplaced() throws Exception {
        try (var broker = EmbeddedBroker.start(data, port)) {
            var survivor = replica();
            awaitOwning(survivor, ALL);
            var victim = ShareReplica.start(broker.bootstrap(), GROUP);
            try {
                ShareReplica.awaitOwning(victim, ALL / 2);
                awaitOwning(survivor, ALL / 2);
            } finally {
                victim.destroyForcibly();
            }
            awaitOwning(survivor, ALL);
            close();
        }
    }

    @Test
    void withoutABrokerOneOwnsEverythingAndKeepsItWhenItComes() {
        var shares = shares();
        var owned = new CopyOnWriteArrayList<Integer>();
        shares.listen(() -> owned.add(shares.partitions().size()));
        shares.start();
        awaitOwning(shares, ALL);
        assertThat(shares.epoch()).isZero();

        try (var broker = EmbeddedBroker.start(data, port)) {
            await().atMost(PATIENCE).until(() -> shares.epoch() > 0);
            assertThat(shares.partitions()).hasSize(ALL);
            assertThat(owned).containsOnly(ALL);
            close();
        }
    }

    @Test
    void withoutABrokerTheEndIsNotWaitedFor() {
        var shares = shares();
        shares.start();
        awaitOwning(shares, ALL);
        assertTimeout(Duration.ofSeconds(3), this::close);
        assertThat(shares.partitions()).isEmpty();
    }

    @Test
    void whenTheBrokerGoesAwayEverybodyKeepsWhatTheyHave() {
        var broker = EmbeddedBroker.start(data, port);
        Shares first;
        Shares second;
        try {
            first = replica();
            second = replica();
            awaitOwning(first, ALL / 2);
            awaitOwning(second, ALL / 2);
        } finally {
            broker.close();
        }
        var before = first.partitions();
        await().during(RULES.session().multipliedBy(2))
                .atMost(PATIENCE)
                .until(() ->
                        first.partitions().equals(before) && second.partitions().size() == ALL / 2);

        try (var again = EmbeddedBroker.start(data, port)) {
            second.close();
            awaitOwning(first, ALL);
            close();
        }
    }

    @Test
    void keysAreWhereTheProducerPutsThem() {
        for (var key : List.of("gate", "yard-2", "ähre", "")) {
            assertThat(Shares.partition(key))
                    .isEqualTo(BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), ALL));
        }
    }

    private Shares replica() {
        var shares = shares();
        shares.start();
        return shares;
    }

    private Shares shares() {
        var shares = new Shares(new BrokerLink("127.0.0.1:" + port), GROUP, RULES, Clock.systemUTC());
        open.add(shares);
        return shares;
    }

    private static void awaitOwning(Shares shares, int partitions) {
        await().atMost(PATIENCE).until(() -> shares.partitions().size() == partitions);
    }
}
