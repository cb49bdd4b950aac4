// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** A UDP port that leads to another one, and loses every tenth datagram on the way back and changes the order of others. */
final class PoorLine implements AutoCloseable {

    private static final int LOST = 10;
    private static final int LATE = 7;

    private final DatagramSocket near = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final DatagramSocket far = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final SocketAddress target;
    private final AtomicInteger lost = new AtomicInteger();
    private volatile SocketAddress caller;

    PoorLine(int target) throws IOException {
        this.target = new InetSocketAddress(InetAddress.getLoopbackAddress(), target);
        Thread.ofVirtual().start(this::there);
        Thread.ofVirtual().start(this::back);
    }

    int port() {
        return near.getLocalPort();
    }

    int lost() {
        return lost.get();
    }

    private void there() {
        try {
            while (true) {
                var packet = receive(near);
                caller = packet.getSocketAddress();
                packet.setSocketAddress(target);
                far.send(packet);
            }
        } catch (IOException closed) {
            // the test has ended
        }
    }

    private void back() {
        try {
            DatagramPacket late = null;
            for (int number = 1; true; number++) {
                var packet = receive(far);
                if (number % LOST == 0) {
                    lost.incrementAndGet();
                } else if (number % LATE == 0 && late == null) {
                    late = packet;
                } else {
                    send(packet);
                    if (late != null) {
                        send(late);
                        late = null;
                    }
                }
            }
        } catch (IOException closed) {
            // the test has ended
        }
    }

    private void send(DatagramPacket packet) throws IOException {
        packet.setSocketAddress(caller);
        near.send(packet);
    }

    private static DatagramPacket receive(DatagramSocket socket) throws IOException {
        var packet = new DatagramPacket(new byte[2048], 2048);
        socket.receive(packet);
        return packet;
    }

    @Override
    public void close() {
        near.close();
        far.close();
    }
}
