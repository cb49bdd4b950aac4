// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.stream.Role;
import java.util.List;
import java.util.Optional;

/** Translates {@code mjpeg_snap}, nested by role or flat for both. */
final class SnapshotSettings {

    private static final String[] FIELDS = {"enabled", "width", "height", "fps", "timeout_ms"};
    private static final int DEFAULT_FPS = 10;
    private static final int DEFAULT_TIMEOUT_MS = 5000;
    /** With a smaller size, or none, a Reolink camera asks to be signed in to. */
    private static final int LEAST_WIDTH = 640;

    private static final int LEAST_HEIGHT = 480;
    private static final int LARGEST_SIDE = 8192;
    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 120;
    private static final int SHORTEST_MS = 500;
    private static final int LONGEST_MS = 120_000;

    private final LegacyObject settings;
    private final boolean nested;

    SnapshotSettings(LegacyObject camera) {
        settings = camera.section("mjpeg_snap");
        nested = settings.has("sub", "main");
    }

    /** The role whose picture stands for both where a camera makes one only. */
    Role preferred() {
        var written = settings.text("snap_type");
        var role = Optional.ofNullable(written).flatMap(Role::parse);
        if (written != null && role.isEmpty()) {
            settings.findings()
                    .warn(
                            settings.named("snap_type"),
                            "is neither of the pictures; sub is used",
                            List.of("sub", "main"));
        }
        return role.orElse(Role.SUB);
    }

    /** The native stream of a role. */
    ObjectNode stream(Role role) {
        var own = nested ? settings.section(role.wire()) : settings;
        var stream = JsonNodeFactory.instance.objectNode().put("protocol", "snapshot");
        own.flag("enabled").filter(enabled -> !enabled).ifPresent(off -> stream.put("enabled", false));
        var input = stream.putObject("input").put("fps", fps(own));
        side(LEAST_WIDTH, own, "width").ifPresent(width -> input.put("width", width));
        side(LEAST_HEIGHT, own, "height").ifPresent(height -> input.put("height", height));
        var timeout = own.whole(SHORTEST_MS, LONGEST_MS, "timeout_ms");
        input.put("openTimeoutMs", timeout == null ? DEFAULT_TIMEOUT_MS : timeout);
        return stream;
    }

    private static double fps(LegacyObject own) {
        var fps = own.number("fps");
        if (fps == null || (fps >= SLOWEST && fps <= FASTEST)) {
            return fps == null ? DEFAULT_FPS : fps;
        }
        own.findings().warn(own.named("fps"), "must be from 0.1 to 120; " + DEFAULT_FPS + " is used");
        return DEFAULT_FPS;
    }

    /** Empty for what suits the camera. */
    private static Optional<Integer> side(int least, LegacyObject own, String name) {
        var side = own.whole(1, LARGEST_SIDE, name);
        if (side != null && side < least) {
            own.findings()
                    .warn(own.named(name), "cameras make no pictures smaller than 640x480; " + least + " is used");
        }
        return Optional.ofNullable(side).map(given -> Math.max(given, least));
    }

    /** Says what nobody knows. */
    void finish() {
        if (nested) {
            settings.notNeeded(FIELDS);
            for (var role : Role.values()) {
                var own = settings.section(role.wire());
                own.value(FIELDS);
                own.reportUnknown();
            }
        }
        settings.value(FIELDS);
        settings.value("snap_type");
        settings.reportUnknown();
    }
}
