// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.discovery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/** Looks for ONVIF devices: on every network at once, or at one address where multicast does not get through. */
public final class Discovery {

    private static final Logger LOG = Logger.getLogger(Discovery.class);
    private static final String GROUP = "239.255.255.250";
    private static final int PORT = 3702;
    private static final int MOST_DEVICES = 1_000;

    private final Networks networks;
    private final int port;

    public Discovery() {
        this(Networks.ofThisMachine(), PORT);
    }

    /** With other networks, and another port than the usual one. */
    public Discovery(Networks networks, int port) {
        this.networks = networks;
        this.port = port;
    }

    /** Every device that answers in time, each once. Blocks for the whole time; an interrupt ends it with what is there. */
    public List<Discovered> search(Duration patience) {
        var group = new InetSocketAddress(GROUP, port);
        var found = new Found(MOST_DEVICES);
        // Sockets wait where an interrupt does not reach them: each is closed when its thread is given up.
        var sockets = new ArrayList<ProbeSocket>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var network : networks.all()) {
                open(Optional.of(network), group).ifPresent(socket -> {
                    sockets.add(socket);
                    running.add(threads.submit(() -> run(socket, patience, found, network.getName())));
                });
            }
            await(running);
            sockets.forEach(ProbeSocket::close);
        }
        return found.all();
    }

    /** The device at an address, if it answers. */
    public Optional<Discovered> ask(InetAddress address, Duration patience) {
        var found = new Found(1);
        open(Optional.empty(), new InetSocketAddress(address, port)).ifPresent(socket -> {
            try (socket) {
                run(socket, patience, found, "unicast");
            }
        });
        return found.all().stream().findFirst();
    }

    private static Optional<ProbeSocket> open(Optional<NetworkInterface> from, InetSocketAddress to) {
        try {
            return Optional.of(ProbeSocket.open(from, to));
        } catch (IOException failure) {
            LOG.debugf("no probe can be sent cause=%s", failure.getMessage());
            return Optional.empty();
        }
    }

    private static void run(ProbeSocket socket, Duration patience, Found found, String network) {
        try {
            socket.run(patience, found::add);
        } catch (IOException failure) {
            LOG.debugf("a network could not be searched network=%s cause=%s", network, failure.getMessage());
        }
    }

    private static void await(List<Future<?>> running) {
        for (var one : running) {
            try {
                one.get();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException failure) {
                throw new IllegalStateException("A search failed", failure.getCause());
            }
        }
    }

    /** Devices by their endpoint: one that answers twice, or on two networks, is one. */
    private static final class Found {

        private final int most;
        private final Map<String, Discovered> devices = new LinkedHashMap<>();

        private Found(int most) {
            this.most = most;
        }

        /** True when there is room for no more. */
        synchronized boolean add(List<Discovered> answered) {
            for (var device : answered) {
                if (devices.size() < most) {
                    devices.putIfAbsent(device.endpoint(), device);
                }
            }
            return devices.size() >= most;
        }

        synchronized List<Discovered> all() {
            return List.copyOf(devices.values());
        }
    }
}
