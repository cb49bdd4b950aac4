// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.eufy;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.kit.CameraDirectory;
import io.nightjar.ptz.device.BridgeStates;
import io.nightjar.ptz.head.Head;
import io.nightjar.ptz.head.Heads;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Lets heads know at once when their bridge comes, goes, or wants something; no other vendor's head hears of it. */
@Startup
@Singleton
class EufyHeads {

    private final CameraDirectory directory;
    private final Heads heads;

    EufyHeads(CameraDirectory directory, Heads heads, BridgeStates bridges) {
        this.directory = directory;
        this.heads = heads;
        bridges.listen(this::changed);
    }

    private void changed(DeviceId bridge) {
        directory.all().stream()
                .filter(camera -> bridge.equals(camera.device()))
                .map(CameraSpec::id)
                .flatMap(camera -> heads.find(camera).stream())
                .forEach(Head::askAgain);
    }
}
