// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.nightjar.contracts.event.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/** Makes the house's topics where they are missing, all at once: whoever first reaches a new broker does it. */
final class Topics {

    private static final Logger LOG = Logger.getLogger(Topics.class);
    private static final int WISHED_COPIES = 3;
    private static final int SECONDS = 15;

    private final String bootstrap;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Map<String, Uuid> known = Map.of();

    Topics(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Looks again before the next use: the broker went away and may come back empty. */
    void forget() {
        known = Map.of();
    }

    /** Returns when the topic is there; fails when the broker is away. The id changes when the topic is made anew. */
    Uuid ensure(Topic<?> topic) throws InterruptedException, TimeoutException {
        var id = known.get(topic.name());
        return id == null ? look(topic) : id;
    }

    private Uuid look(Topic<?> topic) throws InterruptedException, TimeoutException {
        looking.lockInterruptibly();
        try {
            var lookedMeanwhile = known.get(topic.name());
            return lookedMeanwhile == null ? ask(topic) : lookedMeanwhile;
        } finally {
            looking.unlock();
        }
    }

    private Uuid ask(Topic<?> topic) throws InterruptedException, TimeoutException {
        var admin = Admin.create(KafkaSettings.admin(bootstrap));
        try {
            var ids = present(admin);
            var missing = Stream.concat(Topic.ALL.stream(), Stream.of(topic))
                    .distinct()
                    .filter(wanted -> !ids.containsKey(wanted.name()))
                    .toList();
            if (!missing.isEmpty()) {
                create(admin, missing);
                ids.putAll(present(admin));
            }
            known = Map.copyOf(ids);
            return Optional.ofNullable(ids.get(topic.name()))
                    .orElseThrow(() -> new TimeoutException("Not there yet: " + topic.name()));
        } catch (ExecutionException failure) {
            throw failed(failure);
        } finally {
            // Whoever gave up does not wait for what was asked.
            admin.close(Duration.ZERO);
        }
    }

    private static Map<String, Uuid> present(Admin admin)
            throws InterruptedException, TimeoutException, ExecutionException {
        var ids = new HashMap<String, Uuid>();
        for (var listing : admin.listTopics().listings().get(SECONDS, TimeUnit.SECONDS)) {
            ids.put(listing.name(), listing.topicId());
        }
        return ids;
    }

    private static void create(Admin admin, List<Topic<?>> missing)
            throws InterruptedException, TimeoutException, ExecutionException {
        int brokers =
                admin.describeCluster().nodes().get(SECONDS, TimeUnit.SECONDS).size();
        var copies = (short) Math.max(1, Math.min(brokers, WISHED_COPIES));
        var results = admin.createTopics(missing.stream()
                        .map(topic -> new NewTopic(topic.name(), Topic.PARTITIONS, copies).configs(topic.settings()))
                        .toList())
                .values();
        for (var result : results.values()) {
            try {
                result.get(SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException failure) {
                // Another process was faster.
                if (!(failure.getCause() instanceof TopicExistsException)) {
                    throw failure;
                }
            }
        }
        LOG.infof("Topics made topics=%s partitions=%d copies=%d", results.keySet(), Topic.PARTITIONS, copies);
    }

    private static RuntimeException failed(ExecutionException failure) {
        return failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
    }
}
