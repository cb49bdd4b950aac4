// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All cameras and devices at one moment, and what is wrong with how they are written. */
public record RegistrySnapshot(
        Map<CameraId, CameraSpec> cameras, Map<DeviceId, DeviceSpec> devices, List<String> problems) {
    static final RegistrySnapshot EMPTY = new RegistrySnapshot(Map.of(), Map.of(), List.of());

    public RegistrySnapshot {
        cameras = Collections.unmodifiableMap(new TreeMap<>(cameras));
        devices = Map.copyOf(devices);
        problems = List.copyOf(problems);
    }

    public Optional<CameraSpec> find(CameraId id) {
        return Optional.ofNullable(cameras.get(id));
    }

    /** A camera whose id differs at most in upper and lower case. */
    Optional<CameraSpec> sameIgnoringCase(CameraId id) {
        return cameras.values().stream()
                .filter(camera -> camera.id().folded().equals(id.folded()))
                .findFirst();
    }
}
