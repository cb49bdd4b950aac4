// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which services a device says it has, and where.
 *
 * @param addresses as given, by the service's namespace
 */
record Services(Map<String, String> addresses) {

    Services {
        addresses = Map.copyOf(addresses);
    }

    static Services ofServices(XmlElement response) {
        var addresses = new HashMap<String, String>();
        response.all(Namespaces.DEVICE, "Service").forEach(service -> {
            var namespace = service.textAt(Namespaces.DEVICE, "Namespace");
            var address = service.textAt(Namespaces.DEVICE, "XAddr");
            if (namespace.isPresent() && address.isPresent()) {
                addresses.putIfAbsent(namespace.get(), address.get());
            }
        });
        return new Services(addresses);
    }

    /** The first version of the standard knows no list, but a place for each service. */
    static Services ofCapabilities(XmlElement response) {
        var addresses = new HashMap<String, String>();
        var capabilities = response.child(Namespaces.DEVICE, "Capabilities");
        Map.of(
                        "Device", Namespaces.DEVICE,
                        "Media", Namespaces.MEDIA,
                        "PTZ", Namespaces.PTZ,
                        "Imaging", Namespaces.IMAGING,
                        "Events", Namespaces.EVENTS)
                .forEach((place, namespace) -> capabilities
                        .flatMap(all -> all.textAt(Namespaces.SCHEMA, place, "XAddr"))
                        .ifPresent(address -> addresses.put(namespace, address)));
        return new Services(addresses);
    }

    boolean empty() {
        return addresses.keySet().stream().allMatch(Namespaces.DEVICE::equals);
    }

    Optional<String> device() {
        return Optional.ofNullable(addresses.get(Namespaces.DEVICE));
    }

    Optional<String> of(Service service) {
        return Optional.ofNullable(addresses.get(service.namespace()));
    }
}
