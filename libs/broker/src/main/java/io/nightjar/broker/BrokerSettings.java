// SPDX-License-Identifier: Apache-2.0
package io.nightjar.broker;

import java.nio.file.Path;
import java.util.Properties;

/** Settings for one broker on one machine: loopback, little memory, quick to come back after a kill. */
final class BrokerSettings {

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final String HOST = "127.0.0.1";

    private BrokerSettings() {}

    static Properties of(Path data, int port, int controllerPort) {
        var settings = new Properties();
        identity(settings, data, port, controllerPort);
        single(settings);
        quickReturn(settings);
        small(settings);
        return settings;
    }

    private static void identity(Properties settings, Path data, int port, int controllerPort) {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("log.dirs", data.toString());
        settings.put(
                "listeners",
                "PLAINTEXT://" + HOST + ":" + port + "," + CONTROLLER + "://" + HOST + ":" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);
    }

    private static void single(Properties settings) {
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
    }

    /** With the defaults a broker that was killed waits for its own old session, and its clients for theirs. */
    private static void quickReturn(Properties settings) {
        settings.put("broker.session.timeout.ms", "1500");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("group.min.session.timeout.ms", "1000");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("controller.quorum.election.timeout.ms", "200");
        settings.put("controller.quorum.fetch.timeout.ms", "500");
        settings.put("num.recovery.threads.per.data.dir", "8");
    }

    private static void small(Properties settings) {
        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "2");
        settings.put("num.replica.fetchers", "1");
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        settings.put("log.cleaner.io.buffer.size", "131072");
        // Each partition maps two index files of this size, and there are some two hundred.
        settings.put("log.index.size.max.bytes", "262144");
        settings.put("log.segment.bytes", "67108864");
        settings.put("queued.max.requests", "100");
        // A record that says nothing, twice a second, on a disk that also records video.
        settings.put("metadata.max.idle.interval.ms", "5000");
    }
}
