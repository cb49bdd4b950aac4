// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import com.fasterxml.jackson.core.type.TypeReference;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.kit.Home;
import io.nightjar.kit.StateFile;
import java.util.Map;
import java.util.TreeMap;

/** Streams that were switched off or on by people, apart from files that only the operator writes. */
final class StreamSwitches {
    private final StateFile<Map<String, Boolean>> file;
    private volatile Map<String, Boolean> switches;

    StreamSwitches(Home home) {
        this.file = new StateFile<>(home.state("gateway").resolve("streams.json"), new TypeReference<>() {});
        this.switches = Map.copyOf(file.read().orElse(Map.of()));
    }

    CameraSpec apply(CameraSpec camera) {
        var switched = camera;
        for (var entry : camera.streams().entrySet()) {
            var wanted = switches.get(new StreamId(camera.id(), entry.getKey()).toString());
            if (wanted != null) {
                switched = switched.withStream(entry.getKey(), entry.getValue().withEnabled(wanted));
            }
        }
        return switched;
    }

    synchronized void set(StreamId stream, boolean enabled) {
        var changed = new TreeMap<>(switches);
        changed.put(stream.toString(), enabled);
        store(changed);
    }

    synchronized void forget(CameraId camera) {
        var changed = new TreeMap<>(switches);
        if (changed.keySet().removeIf(key -> key.startsWith(camera.value() + "/"))) {
            store(changed);
        }
    }

    private void store(Map<String, Boolean> changed) {
        file.write(changed);
        switches = Map.copyOf(changed);
    }
}
