// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long cameras take to obey, by language, command and outcome. */
public final class CommandMetrics {

    private final MeterRegistry registry;

    public CommandMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param took from the request's arrival here to the camera's answer */
    public void answered(String driver, String command, @Nullable Failure failure, Duration took) {
        Timer.builder("nightjar.ptz.command")
                .description("From the request to the camera's answer")
                .tag("driver", driver)
                .tag("command", command)
                .tag("outcome", failure == null ? "ok" : failure.kind().wire())
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry)
                .record(took);
    }

    void stopRetried(String driver) {
        Counter.builder("nightjar.ptz.stop.retries")
                .description("Stops that were said again because the camera did not confirm the one before")
                .tag("driver", driver)
                .register(registry)
                .increment();
    }
}
