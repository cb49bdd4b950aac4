// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.file.CamerasFile;
import io.nightjar.contracts.file.FieldProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes one registry of several files. A broken file or camera costs itself and nothing else. */
final class RegistryMerge {
    private final StreamSwitches switches;
    private final Map<CameraId, CameraSpec> cameras = new LinkedHashMap<>();
    private final Map<DeviceId, DeviceSpec> devices = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    RegistryMerge(StreamSwitches switches) {
        this.switches = switches;
    }

    /** Files come in order of precedence: of two cameras with one id the first stays. */
    void add(CamerasFile file) {
        file.problems().stream().map(FieldProblem::sentence).forEach(problems::add);
        file.devices().forEach(device -> devices.putIfAbsent(device.id(), device));
        for (var camera : file.cameras()) {
            if (ids.add(camera.id().folded())) {
                cameras.put(camera.id(), switches.apply(CredentialRefs.owned(camera)));
            } else {
                problems.add(
                        "Camera " + camera.id() + " is defined twice; the definition that was read first is used.");
            }
        }
    }

    RegistrySnapshot result() {
        return new RegistrySnapshot(cameras, devices, problems);
    }
}
