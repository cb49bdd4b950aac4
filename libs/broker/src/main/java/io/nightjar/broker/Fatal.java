// SPDX-License-Identifier: Apache-2.0
package io.nightjar.broker;

import org.apache.kafka.common.utils.Exit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a broker that cannot go on does to its JVM. By itself it would end it, and video with it. */
final class Fatal {

    private static final Logger LOG = Logger.getLogger(Fatal.class);

    private Fatal() {}

    /** The broker alone is lost; what else runs here goes on without it. */
    static void stayAlive() {
        Exit.setExitProcedure(Fatal::report);
        Exit.setHaltProcedure(Fatal::report);
    }

    /** The JVM ends with its broker. */
    static void end() {
        Exit.resetExitProcedure();
        Exit.resetHaltProcedure();
    }

    private static void report(int status, @Nullable String message) {
        LOG.errorf("The Kafka broker failed and is gone until the next start status=%d message=%s", status, message);
        throw new IllegalStateException("The Kafka broker failed: " + message);
    }
}
