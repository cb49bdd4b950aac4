// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.gateway.policy.AccessPolicy;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.policy.Decision;
import io.nightjar.gateway.registry.Registry;
import io.nightjar.gateway.users.Users;
import jakarta.inject.Inject;
import java.util.List;

/** Every kind of visitor and of camera, and what the policy says to them. */
public abstract class AccessMatrix {
    protected static final List<String> VISITORS = List.of("nobody", "vera", "vic", "otto", "admin");
    /** Granted to all; not to vera; hidden; not there. */
    protected static final List<String> CAMERAS = List.of("gate", "yard", "cellar", "attic");

    @Inject
    AccessPolicy policy;

    @Inject
    Registry registry;

    @Inject
    Users users;

    /** @param camera empty where the action names none */
    protected final Decision decision(String visitor, Action action, String camera) {
        var spec = camera.isEmpty() ? null : registry.find(CameraId.of(camera)).orElse(null);
        return policy.decide(users.find(visitor).orElse(null), action, spec);
    }

    /** The status of the refusal; 0 when any answer of the route itself will do. */
    protected final int refusal(String visitor, Action action, String camera) {
        return Visitors.refusal(decision(visitor, action, camera));
    }
}
