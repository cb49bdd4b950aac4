// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.OptionalInt;

/** What every process of the house must know before it can talk to the others. */
@ConfigMapping(prefix = "nightjar")
public interface KitConfig {

    /** The folder that holds everything worth keeping; {@code ~/.nightjar} unless said. */
    Optional<String> home();

    /** The name under which this process keeps its state and writes its log; two processes of one home differ in it. */
    @WithDefault("${quarkus.application.name:nightjar}")
    String service();

    /** Stop when standard input ends: whoever started this process is gone. */
    @WithDefault("false")
    boolean parentWatch();

    /** Let other machines in: RTSP and WebRTC listen on all interfaces instead of loopback. */
    @WithDefault("false")
    boolean lan();

    Kafka kafka();

    Internal internal();

    /** Where the internal routes of the media plane are; this process itself unless said. */
    Neighbour packager();

    Neighbour ptz();

    Neighbour recording();

    Neighbour gateway();

    /** An ingest process that may be asked to try a camera out. */
    Neighbour ingest();

    Secrets secrets();

    interface Kafka {
        /** The broker; {@code KAFKA_BOOTSTRAP_SERVERS} in the environment goes before it. */
        @WithDefault("127.0.0.1:9092")
        String bootstrap();
    }

    interface Internal {
        /**
         * The port on which {@code /internal/**} is answered: the HTTP port itself, another port (0 for any free one) that
         * is then opened on loopback, or nothing, and then those routes are never answered.
         */
        OptionalInt port();
    }

    interface Secrets {
        /** A directory of mounted secrets, one file each, named as the variables are; read again when it changes. */
        Optional<String> dir();
    }

    interface Neighbour {
        Optional<String> url();
    }
}
