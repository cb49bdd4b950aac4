// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;

/** The addresses at which players are told to reach us. */
final class CandidateAddresses {

    private CandidateAddresses() {}

    /** What was configured, otherwise what we are bound to; on the wildcard, loopback and every interface's own. */
    static List<String> of(WhepOptions options) throws IOException {
        if (!options.addresses().isEmpty()) {
            var resolved = new ArrayList<String>();
            for (String name : options.addresses()) {
                resolved.add(text(InetAddress.getByName(name)));
            }
            return List.copyOf(resolved);
        }
        var bound = options.bind().getAddress();
        return bound.isAnyLocalAddress() ? interfaces() : List.of(text(bound));
    }

    private static List<String> interfaces() throws IOException {
        var found = new ArrayList<String>();
        for (var network : NetworkInterface.networkInterfaces().toList()) {
            if (!network.isUp()
                    || network.getName().startsWith("docker")
                    || network.getName().startsWith("br-")) {
                continue;
            }
            network.inetAddresses()
                    .filter(address -> !address.isLinkLocalAddress() && !address.isMulticastAddress())
                    .map(CandidateAddresses::text)
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    private static String text(InetAddress address) {
        var text = address.getHostAddress();
        int zone = address instanceof Inet6Address ? text.indexOf('%') : -1;
        return zone < 0 ? text : text.substring(0, zone);
    }
}
