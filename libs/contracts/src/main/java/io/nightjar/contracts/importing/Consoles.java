// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.Vendor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The devices behind the cameras of a catalogue, each once, in the native format. */
final class Consoles {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String CONSOLE = "unifi-console";
    private static final String BRIDGE = "eufy-bridge";

    private final VendorFile unifi;
    private final VendorFile eufy;
    private final boolean hasBridge;
    private final Map<String, ObjectNode> devices = new LinkedHashMap<>();

    /** @param hasBridge whether the Eufy bridge has a file, which says that there is one */
    Consoles(VendorFile unifi, VendorFile eufy, boolean hasBridge) {
        this.unifi = unifi;
        this.eufy = eufy;
        this.hasBridge = hasBridge;
    }

    /**
     * The id of a camera's console; empty for a camera that is reached itself.
     *
     * @param named the console's host as the camera names it
     */
    Optional<String> unifi(Optional<String> named) {
        var shared = unifi.host();
        if (shared.isPresent()
                && named.filter(host -> !host.equalsIgnoreCase(shared.get())).isEmpty()) {
            return Optional.of(device(CONSOLE, Vendor.UNIFI, shared.get(), unifi));
        }
        return named.map(host -> {
            var id = "unifi-" + Slug.of(host);
            return device(id.substring(0, Math.min(id.length(), 63)), Vendor.UNIFI, host, unifi);
        });
    }

    /** The id of the bridge that moves Eufy cameras, where there is one. */
    Optional<String> eufy() {
        return hasBridge
                ? Optional.of(device(BRIDGE, Vendor.EUFY, eufy.host().orElse(LOOPBACK), eufy))
                : Optional.empty();
    }

    private String device(String id, Vendor vendor, String host, VendorFile file) {
        devices.computeIfAbsent(id, fresh -> {
            var device = JsonNodeFactory.instance
                    .objectNode()
                    .put("id", fresh)
                    .put("vendor", vendor.wire())
                    .put("host", host);
            if (!file.ports().isEmpty()) {
                file.ports().forEach(device.withObjectProperty("ports")::put);
            }
            file.credentials().ifPresent(credentials -> device.set("credentials", credentials.deepCopy()));
            return device;
        });
        return id;
    }

    ArrayNode all() {
        return JsonNodeFactory.instance.arrayNode().addAll(devices.values());
    }
}
