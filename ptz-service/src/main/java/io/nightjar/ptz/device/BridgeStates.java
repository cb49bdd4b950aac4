// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.device;

import io.nightjar.cameras.eufy.BridgeState;
import io.nightjar.contracts.camera.DeviceId;
import java.util.Optional;
import java.util.function.Consumer;

/** How the bridges of vendors stand. */
public interface BridgeStates {

    /** Empty where the device is no bridge. */
    Optional<BridgeState> of(DeviceId device);

    /** Told of every change, on threads that must not be held up. */
    void listen(Consumer<DeviceId> listener);
}
