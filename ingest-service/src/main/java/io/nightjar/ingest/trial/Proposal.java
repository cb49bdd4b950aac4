// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.trial;

import io.nightjar.cameras.discovery.Discovered;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Vendor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device that answered in the network, and the camera object with which it could be added.
 *
 * @param camera to be completed with credentials
 */
public record Proposal(
        String address,
        @Nullable String name,
        String vendor,
        @Nullable String model,
        Camera camera) {

    private static final int USUAL_PORT = 80;

    /** @param streams empty fields: ONVIF tells where they are */
    public record Camera(
            String name,
            String vendor,
            String host,
            Map<String, Integer> ports,
            Map<String, Map<String, Object>> streams,
            List<String> capabilities) {}

    public static Proposal of(Discovered device) {
        var host = device.address().getHostAddress();
        var name = device.name().isBlank() ? host : device.name();
        var camera = new Camera(
                name,
                Vendor.ONVIF.wire(),
                host,
                ports(device),
                Map.of("main", Map.of(), "sub", Map.of()),
                List.of("streaming"));
        return new Proposal(
                host, blankAsNull(device.name()), Vendor.ONVIF.wire(), blankAsNull(device.hardware()), camera);
    }

    /** Only where it is not the usual one. */
    private static Map<String, Integer> ports(Discovered device) {
        return device.xaddrs().stream()
                .filter(address -> address.getPort() > 0 && address.getPort() != USUAL_PORT)
                .findFirst()
                .map(address -> Map.of(Ports.ONVIF, address.getPort()))
                .orElse(Map.of());
    }

    private static @Nullable String blankAsNull(String text) {
        return text.isBlank() ? null : text;
    }
}
