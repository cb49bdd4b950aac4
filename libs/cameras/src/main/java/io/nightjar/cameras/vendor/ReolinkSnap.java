// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.stream.Role;
import java.util.Objects;

/** What Reolink's picture command needs. Without a size it wants a token and answers "please login first". */
final class ReolinkSnap {

    private static final int LEAST_WIDTH = 640;
    private static final int LEAST_HEIGHT = 480;

    private ReolinkSnap() {}

    static String withSize(String url, StreamWish wish) {
        if (!url.contains("cmd=Snap") || url.contains("width=")) {
            return url;
        }
        var input = wish.input().or(input(wish.role()));
        int width = Math.max(LEAST_WIDTH, Objects.requireNonNullElse(input.width(), LEAST_WIDTH));
        int height = Math.max(LEAST_HEIGHT, Objects.requireNonNullElse(input.height(), LEAST_HEIGHT));
        return url + "&width=" + width + "&height=" + height;
    }

    /** The camera makes about seven small pictures a second and two large ones, whatever is asked. */
    static InputOptions input(Role role) {
        return role == Role.SUB
                ? SnapshotInput.of(7, LEAST_WIDTH, LEAST_HEIGHT, 5000)
                : SnapshotInput.of(2, 1280, 720, 8000);
    }
}
