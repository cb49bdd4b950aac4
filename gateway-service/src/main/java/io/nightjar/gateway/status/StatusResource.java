// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.status;

import io.nightjar.gateway.policy.AccessPolicy;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.policy.Needs;
import io.nightjar.gateway.registry.Registry;
import io.nightjar.gateway.session.Callers;
import io.nightjar.kit.BrokerLink;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The state of the house, the clock, and a sign of life. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Status")
class StatusResource {

    /**
     * @param kafka {@code up} or {@code away}; video goes on without it
     * @param problems sentences about configuration, for administrators
     */
    record Status(String version, String kafka, int cameras, List<ServiceState> services, List<String> problems) {}

    private final String version;
    private final BrokerLink broker;
    private final Registry registry;
    private final ServiceStates services;
    private final AccessPolicy policy;
    private final Clock clock;

    StatusResource(
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String version,
            BrokerLink broker,
            Registry registry,
            ServiceStates services,
            AccessPolicy policy,
            Clock clock) {
        this.version = version;
        this.broker = broker;
        this.registry = registry;
        this.services = services;
        this.policy = policy;
        this.clock = clock;
    }

    @GET
    @Path("status")
    @Needs(Action.SYSTEM_READ)
    @Operation(summary = "The state of the house", description = "Every service asked just now, and what to correct.")
    public Uni<Status> status(@Context RoutingContext context) {
        var user = Callers.user(context);
        boolean detailed = policy.may(user, Action.SYSTEM_DETAIL, null);
        var registered = registry.snapshot();
        int cameras = (int) registered.cameras().values().stream()
                .filter(camera -> policy.may(user, Action.CAMERA_READ, camera))
                .count();
        return services.ask()
                .map(states -> new Status(
                        version,
                        broker.isUp() ? "up" : "away",
                        cameras,
                        detailed
                                ? states
                                : states.stream().map(ServiceState::brief).toList(),
                        detailed ? registered.problems() : List.of()));
    }

    @GET
    @Path("time")
    @Needs(Action.KNOCK)
    @Operation(summary = "The clock", description = "Milliseconds since 1970, by which pictures are stamped.")
    public Map<String, Long> time() {
        return Map.of("now", clock.millis());
    }

    @GET
    @Path("health")
    @Needs(Action.KNOCK)
    @Operation(summary = "A sign of life", description = "Cheap; for details see status.")
    public Map<String, String> health() {
        return Map.of("status", "up");
    }
}
