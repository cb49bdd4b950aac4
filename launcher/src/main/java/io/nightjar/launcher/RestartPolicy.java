// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import java.time.Duration;
import java.util.List;

/** How long to wait before a process that died is started again. There is no last try. */
final class RestartPolicy {

    private static final List<Duration> DELAYS =
            List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5));

    /** A process that ran this long is taken to be well: its next death starts at the shortest wait. */
    static final Duration STABLE = Duration.ofSeconds(30);

    private RestartPolicy() {}

    /** The wait before restart number {@code inARow}, counted from 1. */
    static Duration delay(int inARow) {
        return DELAYS.get(Math.min(inARow, DELAYS.size()) - 1);
    }

    static int inARow(int before, Duration ran) {
        return ran.compareTo(STABLE) >= 0 ? 1 : before + 1;
    }
}
