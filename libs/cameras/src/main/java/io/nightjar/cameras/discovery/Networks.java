// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.discovery;

import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/** The networks on which devices are looked for. */
public interface Networks {

    List<NetworkInterface> all();

    /** Those of this machine that are up and carry multicast, without loopback. */
    static Networks ofThisMachine() {
        return () -> {
            try {
                return NetworkInterface.networkInterfaces()
                        .filter(Networks::usable)
                        .toList();
            } catch (SocketException unknown) {
                return List.of();
            }
        };
    }

    private static boolean usable(NetworkInterface network) {
        try {
            return network.isUp()
                    && !network.isLoopback()
                    && network.supportsMulticast()
                    && network.inetAddresses().anyMatch(Inet4Address.class::isInstance);
        } catch (SocketException gone) {
            return false;
        }
    }
}
