// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.device;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** Shows how bridges stand, so that one that comes and goes is noticed. */
@Startup
@Singleton
class BridgeMetrics {

    BridgeMetrics(Bridges bridges, MeterRegistry metrics) {
        gauge(
                "nightjar.bridge.ready",
                "Bridges that take orders",
                bridges,
                metrics,
                view -> view.state().ready() ? 1 : 0);
        gauge(
                "nightjar.bridge.connections",
                "Connections to bridges since they are known",
                bridges,
                metrics,
                view -> view.figures().connections());
        gauge(
                "nightjar.bridge.orders",
                "Orders given to cameras over bridges since they are known",
                bridges,
                metrics,
                view -> view.figures().orders());
    }

    private static void gauge(
            String name,
            String description,
            Bridges bridges,
            MeterRegistry metrics,
            ToDoubleFunction<Bridges.View> figure) {
        Gauge.builder(name, bridges, all -> all.views().stream()
                        .mapToDouble(figure)
                        .sum())
                .description(description)
                .register(metrics);
    }
}
