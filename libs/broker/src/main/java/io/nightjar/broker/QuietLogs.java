// SPDX-License-Identifier: Apache-2.0
package io.nightjar.broker;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Keeps the broker's hundreds of start-up lines out of our log; its errors stay. */
final class QuietLogs {

    // The log manager forgets levels of loggers that nobody holds.
    private static final List<Logger> HELD = Stream.of("kafka", "org.apache.kafka", "state.change.logger")
            .map(Logger::getLogger)
            .toList();
    /** Calls an early registration of itself, repeated a moment later, an unexpected error. */
    private static final Logger CONTROLLER = Logger.getLogger("kafka.server.ControllerApis");

    private QuietLogs() {}

    /** Only where nobody chose a level. */
    static void apply() {
        HELD.forEach(logger -> limit(logger, Level.SEVERE));
        limit(CONTROLLER, Level.OFF);
    }

    private static void limit(Logger logger, Level level) {
        if (logger.getLevel() == null) {
            logger.setLevel(level);
        }
    }
}
