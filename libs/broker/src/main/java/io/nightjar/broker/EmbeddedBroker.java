// SPDX-License-Identifier: Apache-2.0
package io.nightjar.broker;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.jboss.logging.Logger;

/**
 * A real Kafka broker (KRaft, one node) on loopback, in this JVM. Close it after everything that talks to it: clients that
 * lose their broker while saying goodbye make the next start slow.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedBroker.class);
    private static final int ATTEMPTS = 3;

    private final KafkaRaftServer server;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker and returns once it takes clients.
     *
     * @param data kept over restarts; used by one broker at a time
     * @param port 0 for any free one
     */
    public static EmbeddedBroker start(Path data, int port) {
        QuietLogs.apply();
        Fatal.stayAlive();
        if (port != 0) {
            Ports.check(port);
        }
        var folder = data.toAbsolutePath().normalize();
        DataFolder.prepare(folder);
        for (int attempt = 1; ; attempt++) {
            try {
                return open(folder, port == 0 ? Ports.free() : port);
            } catch (RuntimeException failure) {
                // A port that was free a moment ago may be taken by now; a folder in use stays in use.
                if (attempt == ATTEMPTS) {
                    throw new BrokerFailure(
                            "The Kafka broker cannot start on " + folder + "; another Nightjar may be using this home.",
                            failure);
                }
                LOG.debugf(failure, "The broker did not start attempt=%d", attempt);
            }
        }
    }

    public int port() {
        return port;
    }

    /** The address for clients. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.shutdown();
            server.awaitShutdown();
            LOG.infof("Kafka broker stopped port=%d", port);
        }
    }

    private static EmbeddedBroker open(Path data, int port) {
        long begun = System.nanoTime();
        var settings = BrokerSettings.of(data, port, Ports.free());
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException failure) {
            server.shutdown();
            throw failure;
        }
        LOG.infof("Kafka broker started port=%d ms=%d", port, (System.nanoTime() - begun) / 1_000_000);
        return new EmbeddedBroker(server, port);
    }
}
