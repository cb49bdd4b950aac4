// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.policy;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.gateway.users.User;
import io.nightjar.gateway.users.UserRole;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The one place that says who may do what, on every channel. Pure: the same question has the same answer. */
@Singleton
public class AccessPolicy {

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
        if (action.ofCamera() && (camera == null || !knows(user, camera))) {
            return Decision.NOT_FOUND;
        }
        return user.role().includes(least) ? Decision.ALLOWED : Decision.FORBIDDEN;
    }

    public boolean may(@Nullable User user, Action action, @Nullable CameraSpec camera) {
        return decide(user, action, camera).allowed();
    }

    /** Hidden cameras are out of service: they exist for those who can bring them back. */
    private static boolean knows(User user, CameraSpec camera) {
        return user.isGranted(camera.id()) && (!camera.hidden() || user.role() == UserRole.ADMIN);
    }
}
