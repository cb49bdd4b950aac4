// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.discovery;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Asks from one socket, a few times, and listens until the time is over. */
final class ProbeSocket implements AutoCloseable {

    private static final int LARGEST = 65_535;
    private static final int MOST_DATAGRAMS = 4_096;
    private static final int HOPS = 1;

    private final DatagramSocket socket;
    private final InetSocketAddress to;
    private final List<Probe> asked = new ArrayList<>();

    private ProbeSocket(DatagramSocket socket, InetSocketAddress to) {
        this.socket = socket;
        this.to = to;
    }

    /** @param from the network to ask on; empty for the way that leads to the address */
    static ProbeSocket open(Optional<NetworkInterface> from, InetSocketAddress to) throws IOException {
        var socket = new DatagramSocket();
        try {
            if (from.isPresent()) {
                socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, from.get());
                socket.setOption(StandardSocketOptions.IP_MULTICAST_TTL, HOPS);
            }
            return new ProbeSocket(socket, to);
        } catch (IOException | RuntimeException failure) {
            socket.close();
            throw failure;
        }
    }

    /**
     * Ends after the time, or early when the socket is closed.
     *
     * @param found takes what was found, and tells whether that is enough
     */
    void run(Duration patience, Predicate<List<Discovered>> found) throws IOException {
        long start = System.nanoTime();
        long pause = patience.toNanos() / (Probe.ROUNDS.size() + 1);
        boolean enough = false;
        for (int round = 0; round < Probe.ROUNDS.size() && !enough; round++) {
            ask(Probe.ROUNDS.get(round));
            enough = listen(start + (round + 1) * pause, found);
        }
        if (!enough) {
            listen(start + patience.toNanos(), found);
        }
    }

    private void ask(List<Probe.Kind> kinds) throws IOException {
        for (var kind : kinds) {
            var probe = Probe.of(kind);
            asked.add(probe);
            var message = probe.message();
            socket.send(new DatagramPacket(message, message.length, to));
        }
    }

    private boolean listen(long until, Predicate<List<Discovered>> found) throws IOException {
        var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        for (int count = 0; count < MOST_DATAGRAMS; count++) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            try {
                socket.setSoTimeout((int) left);
                packet.setLength(LARGEST);
                socket.receive(packet);
            } catch (SocketTimeoutException over) {
                return false;
            }
            var datagram = Arrays.copyOf(packet.getData(), packet.getLength());
            if (found.test(ProbeAnswers.read(datagram, packet.getAddress(), asked))) {
                return true;
            }
        }
        return true;
    }

    @Override
    public void close() {
        socket.close();
    }
}
