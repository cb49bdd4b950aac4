// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.gateway.Cameras;
import io.nightjar.gateway.policy.AccessPolicy;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.users.User;
import io.nightjar.gateway.users.UserRole;
import io.nightjar.gateway.users.UsersFixture;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveEventTest {
    private final AccessPolicy policy = new AccessPolicy();
    private final List<CameraSpec> cameras = List.of(
            Cameras.of("gate", Origin.API, false),
            Cameras.of("yard", Origin.FILE, false),
            Cameras.of("cellar", Origin.API, true));
    private final List<User> users = List.of(
            UsersFixture.of(UserRole.VIEWER, Set.of(CameraId.of("gate"))),
            UsersFixture.of(UserRole.VIEWER, null),
            UsersFixture.of(UserRole.OPERATOR, null),
            UsersFixture.of(UserRole.ADMIN, null));

    @Test
    void everyKindOfMessageReachesExactlyThoseWhoMayKnowOfItsCamera() {
        for (var type : List.of("camera", "camera-removed", "stream", "transition", "ptz", "ptz-removed")) {
            for (var camera : cameras) {
                var needs = type.startsWith("ptz") ? Action.PTZ_READ : Action.CAMERA_READ;
                var event = new LiveEvent(1, type, needs, camera, "plain", type.equals("camera") ? "detailed" : null);
                users.forEach(user -> assertThat(event.to(user, policy).isPresent())
                        .as("%s of %s to %s", type, camera.id(), user)
                        .isEqualTo(policy.may(user, needs, camera)));
            }
        }
    }

    @Test
    void addressesAreToldToThoseWhoMayChangeThem() {
        var event = new LiveEvent(1, "camera", Action.CAMERA_READ, cameras.getFirst(), "plain", "detailed");
        assertThat(event.to(users.getLast(), policy)).contains("detailed");
        assertThat(event.to(users.getFirst(), policy)).contains("plain");
    }
}
