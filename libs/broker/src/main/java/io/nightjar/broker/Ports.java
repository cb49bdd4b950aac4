// SPDX-License-Identifier: Apache-2.0
package io.nightjar.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds loopback ports. */
final class Ports {

    private Ports() {}

    static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException("No free port on loopback", failure);
        }
    }

    /** Fails with a sentence when somebody else listens there. */
    static void check(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new BrokerFailure(
                    "Port " + port
                            + " is in use, so the Kafka broker cannot start; stop the program that holds it or choose"
                            + " another port.",
                    taken);
        }
    }
}
