// SPDX-License-Identifier: Apache-2.0
package io.nightjar.testing;

import io.nightjar.broker.EmbeddedBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/**
 * One broker for all tests of this JVM: the one that {@code KAFKA_BOOTSTRAP_SERVERS} names, else a container where a
 * Docker engine answers, else one in this process.
 */
public final class SharedKafka {

    private static final Logger LOG = Logger.getLogger(SharedKafka.class);
    private static final String IMAGE = "apache/kafka:4.1.1";
    // Test frameworks load this class several times; a system property exists once.
    private static final String PROPERTY = "nightjar.test.kafka";

    private SharedKafka() {}

    /** Starts the broker if need be; answers its address. */
    public static synchronized String bootstrap() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).orElseGet(() -> {
            var address = Optional.ofNullable(System.getenv("KAFKA_BOOTSTRAP_SERVERS"))
                    .orElseGet(() -> hasDocker() ? container() : embedded());
            System.setProperty(PROPERTY, address);
            return address;
        });
    }

    private static boolean hasDocker() {
        // Asking Testcontainers takes seconds and fills the log where nothing can answer.
        return (System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock")))
                && DockerClientFactory.instance().isDockerAvailable();
    }

    private static String container() {
        var kafka = new KafkaContainer(IMAGE);
        kafka.start();
        LOG.infof("Tests use Kafka in a container bootstrap=%s", kafka.getBootstrapServers());
        return kafka.getBootstrapServers();
    }

    private static String embedded() {
        var data = Folders.temporary("kafka");
        var broker = EmbeddedBroker.start(data, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            broker.close();
            Folders.delete(data);
        }));
        LOG.infof("Tests use Kafka in this process bootstrap=%s", broker.bootstrap());
        return broker.bootstrap();
    }
}
