// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.policy;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.gateway.users.User;
import io.nightjar.gateway.users.UserRole;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one place that says who may do what, on every channel. Pure: the same question has the same answer. */
@Singleton
public class AccessPolicy {
    /** What is left of a hidden camera: its entry in the registry, and what was recorded before. */
    private static final Set<Action> OF_HIDDEN =
            EnumSet.of(Action.CAMERA_READ, Action.CAMERA_UPDATE, Action.CAMERA_DELETE, Action.FOOTAGE_READ);

    /**
     * @param user null when nobody is signed in
     * @param camera null when the action names none, or one that does not exist
     */
    public Decision decide(@Nullable User user, Action action, @Nullable CameraSpec camera) {
        var least = action.least();
        if (least == null) {
            return Decision.ALLOWED;
        }
        if (user == null) {
            return Decision.SIGN_IN;
        }
        if (action.ofCamera() && (camera == null || !knows(user, action, camera))) {
            return Decision.NOT_FOUND;
        }
        return user.role().includes(least) ? Decision.ALLOWED : Decision.FORBIDDEN;
    }

    public boolean may(@Nullable User user, Action action, @Nullable CameraSpec camera) {
        return decide(user, action, camera).allowed();
    }

    /** A hidden camera is out of service for everybody; it exists for those who can bring it back. */
    private static boolean knows(User user, Action action, CameraSpec camera) {
        if (!user.isGranted(camera.id())) {
            return false;
        }
        return !camera.hidden() || (user.role() == UserRole.ADMIN && OF_HIDDEN.contains(action));
    }
}
