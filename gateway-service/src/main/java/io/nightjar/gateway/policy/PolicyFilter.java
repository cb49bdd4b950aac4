// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.policy;

import io.nightjar.kit.Problem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Asks the policy before any of the gateway's REST endpoints runs. */
@Singleton
class PolicyFilter {
    /** The path parameter that names a camera, in every route that does. */
    static final String CAMERA_PARAMETER = "id";

    private static final String OWN_PACKAGE = "io.nightjar.gateway.";

    /** Filters are made while the application is built, before there is any configuration. */
    private final Provider<Guard> guard;

    private final CurrentVertxRequest current;

    PolicyFilter(Provider<Guard> guard, CurrentVertxRequest current) {
        this.guard = guard;
        this.current = current;
    }

    @ServerRequestFilter
    public void filter(ContainerRequestContext request, ResourceInfo resource) {
        if (!resource.getResourceClass().getName().startsWith(OWN_PACKAGE)) {
            // Internal routes of services in the same process have their own guard.
            return;
        }
        var needs = resource.getResourceMethod().getAnnotation(Needs.class);
        if (needs == null) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "This route is closed.");
        }
        var context = current.getCurrent();
        if (needs.value().ofCamera()) {
            var camera = request.getUriInfo().getPathParameters().getFirst(CAMERA_PARAMETER);
            guard.get().check(context, needs.value(), camera == null ? "" : camera);
        } else {
            guard.get().check(context, needs.value());
        }
    }
}
