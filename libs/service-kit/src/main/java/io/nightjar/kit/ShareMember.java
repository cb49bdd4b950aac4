// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.nightjar.contracts.event.Topic;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One replica's membership in its group: reads nothing, and only listens for which partitions are its own. */
final class ShareMember {

    private static final Logger LOG = Logger.getLogger(ShareMember.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration GOODBYE = Duration.ofSeconds(1);
    private static final long RETRY_MILLIS = 500;
    private static final long JOIN_SECONDS = 6;
    /** A broker that takes connections and never answers is none. */
    private static final int MOST_WAITS = 15;

    private final BrokerLink link;
    private final String group;
    private final Shares.Rules rules;
    private final Clock clock;
    private final Shares shares;
    private final Thread thread;
    private final Thread grace;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable KafkaConsumer<byte[], byte[]>> consumer = new AtomicReference<>();
    private boolean shared;
    private boolean heard;

    ShareMember(BrokerLink link, String group, Shares.Rules rules, Clock clock, Shares shares) {
        this.link = link;
        this.group = group;
        this.rules = rules;
        this.clock = clock;
        this.shares = shares;
        this.thread = Thread.ofPlatform().name("shares-" + group).daemon(true).unstarted(this::run);
        this.grace = Thread.ofVirtual().name("shares-grace-" + group).unstarted(this::waitForBroker);
    }

    void start() {
        thread.start();
        grace.start();
    }

    void close() {
        closed.countDown();
        var current = consumer.get();
        if (current == null) {
            // It asks for its topic, and without a broker goes on with that for seconds.
            thread.interrupt();
        } else {
            current.wakeup();
        }
        try {
            thread.join(Duration.ofSeconds(JOIN_SECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitForBroker() {
        try {
            int waits = 1;
            while (!closed.await(rules.grace().toMillis(), TimeUnit.MILLISECONDS)
                    && !decided(waits < MOST_WAITS && somebodyListens())) {
                LOG.debugf("A broker is there, its answer is waited for group=%s", group);
                waits++;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who is connected will hear what is whose, and so will who is about to be; the others are alone. */
    private synchronized boolean decided(boolean hopeful) {
        if (!shared && !heard && !hopeful) {
            shares.takeEverything();
            return true;
        }
        return shared;
    }

    /** A broker that is busy starting takes connections long before it answers. */
    private boolean somebodyListens() {
        for (var address : link.bootstrap().split(",", -1)) {
            var host = Utils.getHost(address.strip());
            var port = Utils.getPort(address.strip());
            if (host != null && port != null && listens(new InetSocketAddress(host, port))) {
                return true;
            }
        }
        return false;
    }

    private boolean listens(InetSocketAddress broker) {
        try (var socket = new Socket()) {
            socket.connect(broker, Math.toIntExact(rules.grace().toMillis()));
            return true;
        } catch (IOException nobody) {
            LOG.debugf("No broker listens group=%s cause=%s", group, nobody);
            return false;
        }
    }

    private synchronized void heard(boolean connected) {
        heard = connected;
    }

    private void run() {
        while (isOpen()) {
            try {
                take();
            } catch (WakeupException stopped) {
                LOG.debugf("Membership ends group=%s", group);
            } catch (KafkaException | TimeoutException | IllegalStateException failure) {
                LOG.debugf("Membership is interrupted group=%s cause=%s", group, failure);
                heard(false);
                pause();
            } catch (InterruptedException stopped) {
                closed.countDown();
            }
        }
        shares.lost(shares.partitions(), "this process ends");
    }

    private void pause() {
        try {
            if (closed.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debugf("Membership ends group=%s", group);
            }
        } catch (InterruptedException stopped) {
            closed.countDown();
        }
    }

    private void take() throws InterruptedException, TimeoutException {
        link.topics().ensure(Topic.CAMERAS);
        heard(true);
        var opened = new KafkaConsumer<>(
                KafkaSettings.member(link.bootstrap(), group, rules.session()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.set(opened);
        try {
            var connections = new Connections(opened.metrics());
            opened.subscribe(List.of(Topic.CAMERAS.name()), new Rebalance(opened));
            while (isOpen()) {
                opened.poll(POLL);
                heard(connections.any());
            }
        } finally {
            consumer.set(null);
            opened.close(CloseOptions.timeout(GOODBYE));
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    /** Called within poll and close, on the member's own thread. */
    private final class Rebalance implements ConsumerRebalanceListener {

        private final KafkaConsumer<byte[], byte[]> member;

        private Rebalance(KafkaConsumer<byte[], byte[]> member) {
            this.member = member;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> more) {
            // Membership is all that is wanted: nothing is read.
            member.pause(member.assignment());
            long epoch = new ShareEpoch(member, clock).next();
            synchronized (ShareMember.this) {
                shared = true;
            }
            shares.assigned(numbers(member.assignment()), epoch);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> gone) {
            shares.lost(numbers(gone), "others take over");
        }

        /** Too late to ask: others may have them already. */
        @Override
        public void onPartitionsLost(Collection<TopicPartition> gone) {
            shares.lost(numbers(gone), "this process was taken for dead");
        }

        private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
            return partitions.stream().map(TopicPartition::partition).collect(Collectors.toUnmodifiableSet());
        }
    }
}
