// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.eufy;

import io.nightjar.simulators.device.Switches;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a bridge is made of.
 *
 * @param confirmation until a camera says that it has carried out an order
 */
record BridgeSetup(
        List<BridgeCamera> cameras,
        int maxSchema,
        Duration confirmation,
        BridgeAccount account,
        Switches<BridgeSwitch> switches) {

    boolean isOn(BridgeSwitch which) {
        return switches.isOn(which);
    }

    Optional<BridgeCamera> find(String serial) {
        return cameras.stream()
                .filter(camera -> account.connected())
                .filter(camera -> camera.serial().equals(serial))
                .findFirst();
    }
}
