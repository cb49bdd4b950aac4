// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.users;

import io.nightjar.kit.Home;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;

/** Users with one administrator, for tests of other packages. */
public final class UsersFixture {
    private UsersFixture() {}

    public static Users in(Home home) {
        return new Users(home, Optional.of("password of admin"), new PrintStream(OutputStream.nullOutputStream()));
    }

    public static User of(UserRole role, java.util.Set<io.nightjar.contracts.camera.CameraId> cameras) {
        return new User(role.wire(), "", role, cameras);
    }
}
