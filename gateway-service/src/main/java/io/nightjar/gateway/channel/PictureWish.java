// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.stream.Role;
import java.util.Optional;

/** One tile's wish for moving pictures, as a page says it. */
record PictureWish(CameraId camera, Role role, int fps, int width) {
    private static final int USUAL_FPS = 15;
    private static final int USUAL_WIDTH = 640;

    /** Empty when it cannot be understood: a page of another version loses a tile, not its socket. */
    static Optional<PictureWish> parse(JsonNode wish) {
        var camera = wish.path("camera").asText("");
        var role = Role.parse(wish.path("role").asText("sub"));
        if (!CameraId.isValid(camera) || role.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PictureWish(
                CameraId.of(camera),
                role.get(),
                wish.path("fps").asInt(USUAL_FPS),
                wish.path("width").asInt(USUAL_WIDTH)));
    }
}
