// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Origin;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All cameras and devices at one moment, and what is wrong with how they are written.
 *
 * @param ownDevices those that were added through the API; the others are the operator's
 */
public record RegistrySnapshot(
        Map<CameraId, CameraSpec> cameras,
        Map<DeviceId, DeviceSpec> devices,
        Set<DeviceId> ownDevices,
        List<String> problems) {
    static final RegistrySnapshot EMPTY = new RegistrySnapshot(Map.of(), Map.of(), Set.of(), List.of());

    public RegistrySnapshot {
        cameras = Collections.unmodifiableMap(new TreeMap<>(cameras));
        var sorted = new TreeMap<DeviceId, DeviceSpec>(Comparator.comparing(DeviceId::value));
        sorted.putAll(devices);
        devices = Collections.unmodifiableMap(sorted);
        ownDevices = Set.copyOf(ownDevices);
        problems = List.copyOf(problems);
    }

    public Optional<CameraSpec> find(CameraId id) {
        return Optional.ofNullable(cameras.get(id));
    }

    public Optional<DeviceSpec> find(DeviceId id) {
        return Optional.ofNullable(devices.get(id));
    }

    public Origin origin(DeviceId id) {
        return ownDevices.contains(id) ? Origin.API : Origin.FILE;
    }

    /** The console or bridge that a camera hangs on, where it has one that is known. */
    public Optional<DeviceSpec> deviceOf(CameraSpec camera) {
        return Optional.ofNullable(camera.device()).flatMap(this::find);
    }

    public List<CameraId> camerasOf(DeviceId device) {
        return cameras.values().stream()
                .filter(camera -> device.equals(camera.device()))
                .map(CameraSpec::id)
                .toList();
    }

    /** A camera whose id differs at most in upper and lower case. */
    Optional<CameraSpec> sameIgnoringCase(CameraId id) {
        return cameras.values().stream()
                .filter(camera -> camera.id().folded().equals(id.folded()))
                .findFirst();
    }

    Optional<DeviceSpec> sameIgnoringCase(DeviceId id) {
        return devices.values().stream()
                .filter(device -> device.id().value().equalsIgnoreCase(id.value()))
                .findFirst();
    }

    RegistrySnapshot withProblems(List<String> more) {
        return more.isEmpty() ? this : new RegistrySnapshot(cameras, devices, ownDevices, joined(problems, more));
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }
}
