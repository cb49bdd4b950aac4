// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.nightjar.contracts.camera.CameraId;
import java.util.Optional;

/** Identifies a stream everywhere: state maps, topic keys, engine paths, metrics. Written {@code camera/role}. */
public record StreamId(CameraId camera, Role role) implements Comparable<StreamId> {

    public static StreamId of(String camera, Role role) {
        return new StreamId(CameraId.of(camera), role);
    }

    @JsonCreator
    public static StreamId of(String path) {
        return parse(path)
                .orElseThrow(() -> new IllegalArgumentException("A stream is camera/role; got \"" + path + "\""));
    }

    public static Optional<StreamId> parse(String path) {
        int slash = path.indexOf('/');
        if (slash < 0 || !CameraId.isValid(path.substring(0, slash))) {
            return Optional.empty();
        }
        // A wire name is exact: "Main" in a path would make two names for one stream.
        var role = path.substring(slash + 1);
        return Role.parse(role)
                .filter(known -> known.wire().equals(role))
                .map(known -> of(path.substring(0, slash), known));
    }

    @Override
    public int compareTo(StreamId other) {
        int byCamera = camera.compareTo(other.camera);
        return byCamera != 0 ? byCamera : role.compareTo(other.role);
    }

    @JsonValue
    @Override
    public String toString() {
        return camera.value() + "/" + role.wire();
    }
}
