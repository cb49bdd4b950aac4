// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** The one UDP socket of all sessions, read by a thread of its own; anybody may send. */
final class UdpPort implements Outlet, AutoCloseable {

    /** Takes each datagram on the reading thread and returns at once. */
    @FunctionalInterface
    interface Arrivals {
        void accept(InetSocketAddress from, byte[] datagram);
    }

    private static final Logger LOG = Logger.getLogger(UdpPort.class);
    private static final int LARGEST_DATAGRAM = 2048;
    /** A key unit to many players leaves in one go. */
    private static final int SOCKET_BUFFER = 4 << 20;

    private final DatagramChannel channel;
    private final Selector selector;
    private final int port;
    private final AtomicLong lost = new AtomicLong();

    private UdpPort(DatagramChannel channel, Selector selector, int port) {
        this.port = port;
        this.channel = channel;
        this.selector = selector;
    }

    static UdpPort open(InetSocketAddress bind) throws IOException {
        var channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER);
            channel.bind(bind);
            channel.configureBlocking(false);
            var selector = Selector.open();
            channel.register(selector, SelectionKey.OP_READ);
            int port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
            return new UdpPort(channel, selector, port);
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
    }

    void start(Arrivals arrivals) {
        var thread = new Thread(() -> readAll(arrivals), "whep-udp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return port;
    }

    /** Datagrams the system had no room for. */
    long lost() {
        return lost.get();
    }

    @Override
    public void send(InetSocketAddress to, byte[] bytes, int length) {
        try {
            if (channel.send(ByteBuffer.wrap(bytes, 0, length), to) == 0) {
                lost.incrementAndGet();
            }
        } catch (IOException unreachable) {
            // As good as lost: the player asks again, or its consent runs out.
            lost.incrementAndGet();
            LOG.debugf("Datagram not sent: to=%s cause=%s", to, unreachable.getMessage());
        }
    }

    private void readAll(Arrivals arrivals) {
        var buffer = ByteBuffer.allocateDirect(LARGEST_DATAGRAM);
        try {
            while (channel.isOpen()) {
                selector.select();
                selector.selectedKeys().clear();
                readReady(buffer, arrivals);
            }
        } catch (ClosedSelectorException closed) {
            LOG.debug("WebRTC port closed");
        } catch (IOException failure) {
            if (channel.isOpen()) {
                LOG.error("WebRTC port failed; no WebRTC session can go on until restart", failure);
            }
        }
    }

    private void readReady(ByteBuffer buffer, Arrivals arrivals) throws IOException {
        while (channel.receive(buffer.clear()) instanceof InetSocketAddress from) {
            byte[] datagram = new byte[buffer.flip().remaining()];
            buffer.get(datagram);
            try {
                arrivals.accept(from, datagram);
            } catch (RuntimeException broken) {
                LOG.warnf(broken, "Datagram ignored: from=%s", from);
            }
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
            channel.close();
        } catch (IOException failure) {
            LOG.warnf("WebRTC port not closed cleanly: %s", failure.getMessage());
        }
    }
}
