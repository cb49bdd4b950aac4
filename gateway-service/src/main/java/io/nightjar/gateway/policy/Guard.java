// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.policy;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.gateway.audit.AuditLog;
import io.nightjar.gateway.registry.Registry;
import io.nightjar.gateway.session.Callers;
import io.nightjar.gateway.users.User;
import io.nightjar.kit.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a request before the policy and turns what the policy says into an answer. */
@Singleton
public class Guard {
    private final AccessPolicy policy;
    private final Registry registry;
    private final AuditLog audit;

    Guard(AccessPolicy policy, Registry registry, AuditLog audit) {
        this.policy = policy;
        this.registry = registry;
        this.audit = audit;
    }

    /** Lets an action that names no camera pass, or fails. */
    public void check(RoutingContext context, Action action) {
        try {
            refuse(Callers.user(context), action, null, null);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.FORBIDDEN) {
                audit.refused(context, action.wire(), null);
            }
            throw problem;
        }
    }

    /** The camera, when the caller may do this to it; fails with one answer for unknown and for not granted. */
    public CameraSpec check(RoutingContext context, Action action, String camera) {
        try {
            return require(Callers.user(context), action, camera);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.FORBIDDEN) {
                audit.refused(context, action.wire(), camera);
            }
            throw problem;
        }
    }

    /** The same for who asks in another way than by a request, and leaves the audit to the caller. */
    public CameraSpec require(@Nullable User user, Action action, String camera) {
        var known = CameraId.isValid(camera) ? registry.find(CameraId.of(camera)) : Optional.<CameraSpec>empty();
        refuse(user, action, known.orElse(null), camera);
        return known.orElseThrow(() -> noSuchCamera(camera));
    }

    private void refuse(@Nullable User user, Action action, @Nullable CameraSpec camera, @Nullable String name) {
        switch (policy.decide(user, action, camera)) {
            case ALLOWED -> {}
            case SIGN_IN ->
                throw Problem.of(Problem.Kind.UNAUTHENTICATED, "Nobody is signed in, or the session is over.")
                        .withHint("Sign in and try again.");
            case NOT_FOUND -> throw noSuchCamera(name == null ? "" : name);
            case FORBIDDEN ->
                throw Problem.of(
                        Problem.Kind.FORBIDDEN,
                        "Your role does not allow this; it needs the role "
                                + (action.least() == null
                                        ? "viewer"
                                        : action.least().wire()) + ".");
        }
    }

    private static Problem noSuchCamera(String name) {
        return Problem.notFound("There is no camera \"" + (CameraId.isValid(name) ? name : "") + "\".");
    }
}
