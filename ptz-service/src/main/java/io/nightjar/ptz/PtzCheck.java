// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz;

import io.nightjar.kit.CameraDirectory;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready as soon as it runs: cameras are known from the last run until the registry is heard. */
@Startup
@Readiness
@ApplicationScoped
public class PtzCheck implements HealthCheck {

    private final CameraDirectory directory;

    PtzCheck(CameraDirectory directory) {
        this.directory = directory;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("ptz")
                .up()
                .withData("cameras", directory.all().size())
                .withData("registry", directory.isCaughtUp() ? "heard" : "remembered")
                .build();
    }
}
