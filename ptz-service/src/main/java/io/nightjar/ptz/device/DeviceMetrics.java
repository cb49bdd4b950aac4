// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.device;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** Shows how sessions stand, so that one that is begun again and again is noticed before the console locks it out. */
@Startup
@Singleton
class DeviceMetrics {

    DeviceMetrics(DeviceSessions sessions, MeterRegistry metrics) {
        gauge(
                "nightjar.device.sessions",
                "Consoles signed in to",
                sessions,
                metrics,
                figures -> figures.signedIn() ? 1 : 0);
        gauge(
                "nightjar.device.logins",
                "Sign-ins to consoles since the start",
                sessions,
                metrics,
                SessionFigures::logins);
        gauge(
                "nightjar.device.requests",
                "Questions to consoles since the start",
                sessions,
                metrics,
                SessionFigures::requests);
    }

    private static void gauge(
            String name,
            String description,
            DeviceSessions sessions,
            MeterRegistry metrics,
            ToDoubleFunction<SessionFigures> figure) {
        Gauge.builder(name, sessions, all -> all.views().stream()
                        .mapToDouble(view -> figure.applyAsDouble(view.session()))
                        .sum())
                .description(description)
                .register(metrics);
    }
}
