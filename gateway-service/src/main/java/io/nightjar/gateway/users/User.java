// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.users;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.nightjar.contracts.camera.CameraId;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param passwordHash Argon2id, in its usual text form
 * @param cameras the only cameras this user knows of; null for all
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record User(
        String name,
        String passwordHash,
        UserRole role,
        @Nullable Set<CameraId> cameras) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    public User {
        cameras = cameras == null ? null : Set.copyOf(cameras);
    }

    static boolean isValidName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Administrators are never limited: somebody has to be able to repair everything. */
    public boolean isGranted(CameraId camera) {
        return role == UserRole.ADMIN || cameras == null || cameras.contains(camera);
    }

    User withPasswordHash(String hash) {
        return new User(name, hash, role, cameras);
    }

    @Override
    public String toString() {
        return "User[" + name + ", " + role + "]";
    }
}
