// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import java.util.stream.Stream;

/** Under which addresses other machines find this one. */
final class LocalAddresses {

    private LocalAddresses() {}

    /** Of all interfaces that are up, loopback included. */
    static Stream<String> all() {
        return addresses().map(InetAddress::getHostAddress).filter(text -> !text.contains("%"));
    }

    /** The one to name to people; empty without a network. */
    static Optional<String> first() {
        return addresses()
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
    }

    private static Stream<InetAddress> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(network -> network.getInterfaceAddresses().stream())
                    .map(InterfaceAddress::getAddress);
        } catch (SocketException failure) {
            throw new Complaint("This machine's network interfaces cannot be listed: " + failure.getMessage());
        }
    }
}
