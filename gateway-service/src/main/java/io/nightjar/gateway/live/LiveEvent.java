// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.live;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.gateway.policy.AccessPolicy;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.users.User;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message to everybody who may know of its camera.
 *
 * @param needs what one must be allowed to do to the camera to be told
 * @param json the message, with its type
 * @param detailed the same for those who may change the camera; null when it does not differ
 */
public record LiveEvent(
        long number,
        String type,
        Action needs,
        CameraSpec camera,
        String json,
        @Nullable String detailed) {

    /** What this user is told, if anything. */
    public Optional<String> to(User user, AccessPolicy policy) {
        if (!policy.may(user, needs, camera)) {
            return Optional.empty();
        }
        return Optional.of(detailed != null && policy.may(user, Action.CAMERA_UPDATE, camera) ? detailed : json);
    }
}
