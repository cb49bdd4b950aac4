// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.gateway.Cameras;
import io.nightjar.gateway.users.User;
import io.nightjar.gateway.users.UserRole;
import io.nightjar.gateway.users.UsersFixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccessPolicyTest {
    private static final Set<CameraId> GATE = Set.of(CameraId.of("gate"));
    private static final Map<String, User> USERS = users();
    private static final Map<String, CameraSpec> CAMERAS = cameras();

    private final AccessPolicy policy = new AccessPolicy();

    private static Map<String, User> users() {
        var users = new HashMap<String, User>();
        users.put("nobody", null);
        for (var role : UserRole.values()) {
            users.put(role.wire(), UsersFixture.of(role, null));
            users.put(role.wire() + " of gate", UsersFixture.of(role, GATE));
        }
        return Collections.unmodifiableMap(users);
    }

    private static Map<String, CameraSpec> cameras() {
        var cameras = new HashMap<String, CameraSpec>();
        cameras.put("gate", Cameras.of("gate", Origin.FILE, false));
        cameras.put("yard", Cameras.of("yard", Origin.API, false));
        cameras.put("hidden", Cameras.of("cellar", Origin.API, true));
        cameras.put("none", null);
        return Collections.unmodifiableMap(cameras);
    }

    record Question(String who, Action action, String camera) {}

    static List<Question> everyQuestion() {
        var all = new ArrayList<Question>();
        for (var who : USERS.keySet()) {
            for (var action : Action.values()) {
                CAMERAS.keySet().forEach(camera -> all.add(new Question(who, action, camera)));
            }
        }
        return all;
    }

    /** The rules once more, said differently: as a list of what is allowed to whom. */
    private static Decision expected(Question question) {
        var action = question.action();
        if (action == Action.KNOCK) {
            return Decision.ALLOWED;
        }
        if (question.who().equals("nobody")) {
            return Decision.SIGN_IN;
        }
        boolean admin = question.who().startsWith("admin");
        boolean limited = question.who().endsWith("of gate") && !admin;
        var ofHidden = Stream.of("CAMERA_READ", "CAMERA_UPDATE", "CAMERA_DELETE", "FOOTAGE_READ");
        boolean exists =
                switch (question.camera()) {
                    case "gate" -> true;
                    case "yard" -> !limited;
                    case "hidden" -> admin && ofHidden.anyMatch(action.name()::equals);
                    default -> false;
                };
        if (action.ofCamera() && !exists) {
            return Decision.NOT_FOUND;
        }
        var viewer = Stream.of(
                "OWN_SESSION",
                "BROWSE",
                "SYSTEM_READ",
                "CAMERA_READ",
                "WATCH",
                "PTZ_READ",
                "FOOTAGE_READ",
                "FOOTAGE_BROWSE");
        var operator = Stream.of("STREAM_CONTROL", "PTZ_MOVE", "RECORD_CONTROL", "DEVICES_UNLOCK");
        boolean allowed = admin
                || viewer.anyMatch(action.name()::equals)
                || (question.who().startsWith("operator") && operator.anyMatch(action.name()::equals));
        return allowed ? Decision.ALLOWED : Decision.FORBIDDEN;
    }

    @ParameterizedTest
    @MethodSource("everyQuestion")
    void everyRoleGetsForEveryActionOnEveryCameraWhatTheListSays(Question question) {
        @Nullable User user = USERS.get(question.who());
        @Nullable CameraSpec camera = CAMERAS.get(question.camera());
        assertThat(policy.decide(user, question.action(), camera)).isEqualTo(expected(question));
    }

    @Test
    void nobodyWatchesOrMovesAHiddenCamera() {
        for (var action : List.of(Action.WATCH, Action.STREAM_CONTROL, Action.PTZ_MOVE, Action.RECORD_CONTROL)) {
            assertThat(policy.decide(USERS.get("admin"), action, CAMERAS.get("hidden")))
                    .isEqualTo(Decision.NOT_FOUND);
        }
    }

    @Test
    void aHiddenCameraAndAnUnknownOneAreTheSameToEverybodyButAdministrators() {
        for (var action : Action.values()) {
            var viewer = USERS.get("viewer");
            assertThat(policy.decide(viewer, action, CAMERAS.get("hidden")))
                    .isEqualTo(policy.decide(viewer, action, null));
        }
    }
}
