// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.policy;

import static io.nightjar.gateway.users.UserRole.ADMIN;
import static io.nightjar.gateway.users.UserRole.OPERATOR;
import static io.nightjar.gateway.users.UserRole.VIEWER;

import io.nightjar.gateway.users.UserRole;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything that can be asked of Nightjar from outside. What is not here cannot be asked. */
public enum Action {
    /** Signing in itself, and the clock. */
    KNOCK(null, false),
    /** Asking who one is, signing out, changing one's own password. */
    OWN_SESSION(VIEWER, false),
    /** Opening a list or a channel of events; each camera in it is decided by itself. */
    BROWSE(VIEWER, false),
    SYSTEM_READ(VIEWER, false),
    /** Internals that name processes, addresses and files. */
    SYSTEM_DETAIL(ADMIN, false),
    USERS_MANAGE(ADMIN, false),
    /** Adding a camera, and everything that only helps to: trying one out, looking for some. */
    CAMERA_CREATE(ADMIN, false),
    /** Consoles, recorders and bridges: their addresses are nobody else's business. */
    DEVICES_MANAGE(ADMIN, false),
    /** Giving a bridge the code that its vendor asks for. */
    DEVICES_UNLOCK(OPERATOR, false),
    CAMERA_READ(VIEWER, true),
    CAMERA_UPDATE(ADMIN, true),
    CAMERA_DELETE(ADMIN, true),
    /** Live video and pictures. */
    WATCH(VIEWER, true),
    STREAM_CONTROL(OPERATOR, true),
    PTZ_READ(VIEWER, true),
    PTZ_MOVE(OPERATOR, true),
    FOOTAGE_READ(VIEWER, true),
    /** Lists of recordings; the answer holds granted cameras only. */
    FOOTAGE_BROWSE(VIEWER, false),
    RECORD_CONTROL(OPERATOR, true),
    /** Recordings that a route names without naming their camera. */
    FOOTAGE_MANAGE(ADMIN, false);

    private final @Nullable UserRole least;
    private final boolean ofCamera;

    Action(@Nullable UserRole least, boolean ofCamera) {
        this.least = least;
        this.ofCamera = ofCamera;
    }

    /** Its name in the audit log. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** The least role that may do this; null when nobody need be signed in. */
    public @Nullable UserRole least() {
        return least;
    }

    /** Whether it is done to one camera, so that the grant for that camera counts. */
    public boolean ofCamera() {
        return ofCamera;
    }
}
