// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.unifi;

import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Vendor;
import java.util.Map;
import java.util.Optional;

/**
 * Where a console answers.
 *
 * @param certificate its fingerprint, where its owner named one
 */
public record ConsoleAddress(String host, int port, Optional<String> certificate, Origin origin) {

    public static ConsoleAddress of(StreamWish wish) {
        return new ConsoleAddress(wish.host(), https(wish.ports()), wish.certificate(), wish.origin());
    }

    public static ConsoleAddress of(DeviceSpec device) {
        return new ConsoleAddress(
                device.host(), https(device.ports()), Optional.ofNullable(device.certificate()), device.origin());
    }

    String url(String path) {
        return "https://" + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port + path;
    }

    private static int https(Map<String, Integer> ports) {
        return Ports.of(ports, Ports.HTTPS, Vendor.UNIFI);
    }
}
