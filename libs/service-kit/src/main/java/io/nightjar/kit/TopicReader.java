// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.nightjar.contracts.event.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One follower of one topic: all partitions, no group, its own thread, its place kept while the broker is away. */
final class TopicReader<E> implements Subscription {

    private static final Logger LOG = Logger.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration GOODBYE = Duration.ofMillis(300);
    private static final long RETRY_MILLIS = 500;

    private final BrokerLink link;
    private final Topic<E> topic;
    private final From from;
    private final Dispatch<E> dispatch;
    private final Consumer<Subscription> onClose;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    /** Where to go on after an interruption; touched by the reader's thread alone. */
    private final Map<TopicPartition, Long> places = new HashMap<>();

    private final AtomicReference<@Nullable KafkaConsumer<String, byte[]>> consumer = new AtomicReference<>();
    private Uuid topicId = Uuid.ZERO_UUID;
    private boolean caughtUp;

    TopicReader(BrokerLink link, Topic<E> topic, From from, Dispatch<E> dispatch, Consumer<Subscription> onClose) {
        this.link = link;
        this.topic = topic;
        this.from = from;
        this.dispatch = dispatch;
        this.onClose = onClose;
        this.thread =
                Thread.ofPlatform().name("follow-" + topic.name()).daemon(true).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        onClose.accept(this);
        closed.countDown();
        var current = consumer.get();
        if (current != null) {
            current.wakeup();
        }
    }

    private void run() {
        while (isOpen()) {
            try {
                follow();
            } catch (WakeupException stopped) {
                LOG.debugf("Following ends topic=%s", topic.name());
            } catch (KafkaException | TimeoutException | IllegalStateException failure) {
                LOG.debugf("Following is interrupted topic=%s cause=%s", topic.name(), failure);
                link.report(this, false);
                pause();
            } catch (InterruptedException stopped) {
                closed.countDown();
            }
        }
        link.forget(this);
    }

    private void pause() {
        try {
            if (closed.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debugf("Following ends topic=%s", topic.name());
            }
        } catch (InterruptedException stopped) {
            closed.countDown();
        }
    }

    /** Follows until closed, or until the broker came back from an absence: then everything is looked at afresh. */
    private void follow() throws InterruptedException, TimeoutException {
        recognise(link.topics().ensure(topic));
        var opened = new KafkaConsumer<>(
                KafkaSettings.consumer(link.bootstrap()), new StringDeserializer(), new ByteArrayDeserializer());
        consumer.set(opened);
        try {
            var connections = new Connections(opened.metrics());
            var ends = position(opened);
            var interrupted = false;
            while (isOpen()) {
                catchUp(opened, ends);
                var connected = connections.any();
                link.report(this, connected);
                if (interrupted && connected) {
                    link.topics().forget();
                    return;
                }
                interrupted |= !connected;
                opened.poll(POLL).forEach(this::deliver);
            }
        } finally {
            consumer.set(null);
            opened.close(CloseOptions.timeout(GOODBYE));
        }
    }

    /** A topic that was made anew has nothing to do with the places in the old one. */
    private void recognise(Uuid id) {
        if (!id.equals(topicId)) {
            places.clear();
            topicId = id;
        }
    }

    private void deliver(ConsumerRecord<String, byte[]> row) {
        if (isOpen()) {
            dispatch.accept(row);
            places.put(new TopicPartition(row.topic(), row.partition()), row.offset() + 1);
        }
    }

    /** Takes all partitions, each at its place; answers where they end now. */
    private Map<TopicPartition, Long> position(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        var ends = consumer.endOffsets(partitions);
        // Whoever follows from the end and has caught up wants all of a topic that was made anew since.
        var first = from == From.END && !caughtUp ? ends : consumer.beginningOffsets(partitions);
        for (var partition : partitions) {
            long end = ends.getOrDefault(partition, 0L);
            long start = first.getOrDefault(partition, 0L);
            // After an unclean stop the newest records of a broker may be gone.
            consumer.seek(partition, Math.min(places.computeIfAbsent(partition, each -> start), end));
        }
        return ends;
    }

    private void catchUp(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        if (!caughtUp && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            caughtUp = true;
            dispatch.caughtUp();
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }
}
