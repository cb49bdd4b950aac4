// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.Ports;
import java.util.Map;
import java.util.TreeMap;

/** Reads the {@code ports} of a camera or device: where its services are, other than usual. */
final class PortsParser {

    private static final int LAST = 65_535;

    private PortsParser() {}

    static Map<String, Integer> parse(Fields owner) {
        var object = owner.object("ports");
        if (object == null) {
            return Map.of();
        }
        var fields = owner.within("ports", object);
        var ports = new TreeMap<String, Integer>();
        for (var service : Ports.names()) {
            var port = Numbers.whole(fields, service, 1, LAST);
            if (port != null) {
                ports.put(service, port);
            }
        }
        fields.reportUnknown();
        return ports;
    }
}
