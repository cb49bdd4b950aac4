// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.eufy;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.eufy.BridgeState;
import io.nightjar.cameras.eufy.EufyBridge;
import io.nightjar.cameras.eufy.EufyHead;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds a camera at its bridge: by the serial number that is its channel, or else by its name there. */
final class BridgedHead {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Supplier<EufyBridge> bridge;
    private final CameraSpec camera;
    private volatile @Nullable String found;

    /** @param bridge the one that is used now; the device may be changed */
    BridgedHead(Supplier<EufyBridge> bridge, CameraSpec camera) {
        this.bridge = bridge;
        this.camera = camera;
    }

    BridgeState state() {
        return bridge.get().state();
    }

    EufyHead head() {
        return bridge.get().head(serial());
    }

    String serial() {
        var channel = camera.channel();
        if (channel != null) {
            return channel;
        }
        var known = found;
        if (known != null) {
            return known;
        }
        var named = named();
        if (named.size() != 1) {
            throw new CameraFailure(
                    ErrorKind.CONFIG,
                    (named.isEmpty() ? "No camera" : "More than one camera") + " at the Eufy bridge is called \""
                            + camera.name() + "\"; set the camera's channel to its serial number.");
        }
        found = named.getFirst();
        return named.getFirst();
    }

    private List<String> named() {
        var bridges = bridge.get();
        return bridges.serials(TIMEOUT).stream()
                .filter(serial -> bridges.head(serial).names(TIMEOUT).name().equalsIgnoreCase(camera.name()))
                .toList();
    }
}
