// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.file.CamerasFile;
import io.nightjar.contracts.file.FieldProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes one registry of several files. A broken file or camera costs itself and nothing else. */
final class RegistryMerge {
    private final StreamSwitches switches;
    private final Map<CameraId, CameraSpec> cameras = new LinkedHashMap<>();
    private final Map<DeviceId, DeviceSpec> devices = new HashMap<>();
    private final Set<DeviceId> ownDevices = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> deviceIds = new HashSet<>();
    private final List<FieldProblem> inFiles = new ArrayList<>();
    private final List<String> amongFiles = new ArrayList<>();

    RegistryMerge(StreamSwitches switches) {
        this.switches = switches;
    }

    /** Files come in order of precedence: of two cameras or devices with one id the first stays. */
    void add(CamerasFile file, Origin origin) {
        inFiles.addAll(file.problems());
        for (var device : file.devices()) {
            if (!deviceIds.add(device.id().value().toLowerCase(Locale.ROOT))) {
                amongFiles.add(
                        "Device " + device.id() + " is defined twice; the definition that was read first is used.");
            } else {
                devices.put(device.id(), device);
                if (origin == Origin.API) {
                    ownDevices.add(device.id());
                }
            }
        }
        for (var camera : file.cameras()) {
            if (ids.add(camera.id().folded())) {
                cameras.put(camera.id(), switches.apply(CredentialRefs.owned(camera)));
            } else {
                amongFiles.add(
                        "Camera " + camera.id() + " is defined twice; the definition that was read first is used.");
            }
        }
    }

    RegistrySnapshot result() {
        var problems = Stream.concat(
                        inFiles.stream()
                                .filter(problem -> !isOfAnotherFilesDevice(problem))
                                .map(FieldProblem::sentence),
                        amongFiles.stream())
                .distinct()
                .toList();
        return new RegistrySnapshot(cameras, devices, ownDevices, problems);
    }

    /** A single file cannot know the devices of the others: what it misses may be there. */
    private boolean isOfAnotherFilesDevice(FieldProblem problem) {
        return problem.field().equals("device")
                && cameras.values().stream()
                        .filter(camera -> problem.subject().equals("camera " + camera.id()))
                        .anyMatch(camera -> devices.containsKey(camera.device()));
    }
}
