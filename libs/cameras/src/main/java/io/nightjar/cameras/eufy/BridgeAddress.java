// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Vendor;

/**
 * Where a bridge answers.
 *
 * @param origin decides whether it may be on this machine, where most bridges run
 */
public record BridgeAddress(String host, int port, Origin origin) {

    public static BridgeAddress of(DeviceSpec device) {
        return new BridgeAddress(device.host(), Ports.of(device.ports(), Ports.BRIDGE, Vendor.EUFY), device.origin());
    }

    /** For people. */
    String place() {
        return host + ":" + port;
    }
}
