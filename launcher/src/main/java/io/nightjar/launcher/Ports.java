// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/** Hands out ports, each once, so that a restarted process finds its old one. */
final class Ports {

    private final Set<Integer> given = new HashSet<>();

    /** The port people type. Busy is an error: they would look for us in the wrong place. */
    int http(int wanted, boolean lan) {
        if (wanted == 0) {
            return anyTcp();
        }
        if (!tcpFree(wanted, lan)) {
            throw new Complaint("Port " + wanted
                    + " is used by another program. Stop that program, or choose another port with --port.");
        }
        given.add(wanted);
        return wanted;
    }

    /** The usual port, or any free one where it is taken or {@code usual} is 0. */
    int tcp(int usual) {
        if (usual == 0 || !tcpFree(usual, false) || !given.add(usual)) {
            return anyTcp();
        }
        return usual;
    }

    int udp(int usual) {
        if (usual != 0 && udpFree(usual) && given.add(usual)) {
            return usual;
        }
        while (true) {
            try (var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
                if (given.add(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            } catch (SocketException failure) {
                throw new Complaint("No free UDP port was found: " + failure.getMessage());
            }
        }
    }

    int anyTcp() {
        while (true) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (given.add(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            } catch (IOException failure) {
                throw new Complaint("No free port was found: " + failure.getMessage());
            }
        }
    }

    /** The first of {@code count} free ports in a row. */
    int anyTcpRun(int count) {
        while (true) {
            int first = anyTcp();
            boolean free = first + count <= 65_536
                    && IntStream.range(first + 1, first + count)
                            .allMatch(port -> tcpFree(port, false) && !given.contains(port));
            if (free) {
                IntStream.range(first + 1, first + count).forEach(given::add);
                return first;
            }
        }
    }

    private static boolean tcpFree(int port, boolean lan) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(
                    lan ? new InetSocketAddress(port) : new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException busy) {
            return false;
        }
    }

    private static boolean udpFree(int port) {
        try (var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            return socket.isBound();
        } catch (SocketException busy) {
            return false;
        }
    }
}
