// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.event.StreamTransition;
import io.nightjar.gateway.policy.AccessPolicy;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.registry.Registry;
import io.nightjar.gateway.users.User;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The messages of the live channels, as JSON. */
@Singleton
public class Messages {
    private final Registry registry;
    private final CameraViews cameras;
    private final StreamViews streams;
    private final HeadStates heads;
    private final AccessPolicy policy;
    private final Clock clock;

    Messages(
            Registry registry,
            CameraViews cameras,
            StreamViews streams,
            HeadStates heads,
            AccessPolicy policy,
            Clock clock) {
        this.registry = registry;
        this.cameras = cameras;
        this.streams = streams;
        this.heads = heads;
        this.policy = policy;
        this.clock = clock;
    }

    /** Everything that this user may see, as it is now. */
    public String snapshot(User user) {
        var message = message("snapshot");
        var cameraList = message.putArray("cameras");
        var streamList = message.putArray("streams");
        var headList = message.putArray("heads");
        registry.snapshot().cameras().values().stream()
                .filter(camera -> policy.may(user, Action.CAMERA_READ, camera))
                .forEach(camera -> {
                    cameraList.add(cameras.of(camera, user));
                    streams.of(camera).forEach(stream -> streamList.addPOJO(stream));
                    if (camera.can(Capability.PTZ) && policy.may(user, Action.PTZ_READ, camera)) {
                        heads.of(camera.id()).ifPresent(head -> headList.addPOJO(head));
                    }
                });
        return text(message.put("now", clock.millis()));
    }

    static String camera(ObjectNode view) {
        return text(message("camera").set("camera", view));
    }

    static String cameraRemoved(CameraId camera) {
        return text(message("camera-removed").put("id", camera.value()));
    }

    static String stream(StreamView view) {
        return text(message("stream").putPOJO("stream", view));
    }

    static String head(HeadView view) {
        return text(message("ptz").putPOJO("head", view));
    }

    static String headRemoved(CameraId camera) {
        return text(message("ptz-removed").put("camera", camera.value()));
    }

    static String transition(StreamTransition transition) {
        var message = message("transition");
        message.put("camera", transition.stream().camera().value());
        message.put("role", transition.stream().role().wire());
        return text(message.setAll(ContractsJson.mapper().<ObjectNode>valueToTree(transition)));
    }

    public String pong(long sent) {
        return text(message("pong").put("t", sent).put("now", clock.millis()));
    }

    public static String bye(String reason) {
        return text(message("bye").put("reason", reason));
    }

    private static ObjectNode message(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static String text(Object message) {
        try {
            return ContractsJson.mapper().writeValueAsString(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A message is plain data", impossible);
        }
    }
}
