// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media.srt;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Datagrams to and from one camera. Belongs to one thread. */
final class Wire implements AutoCloseable {

    private static final int LARGEST = 2048;

    private final DatagramSocket socket;
    private final DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    private final long begun = System.nanoTime();
    private long spoken = begun;

    private Wire(DatagramSocket socket) {
        this.socket = socket;
    }

    /** @param buffer bytes that may wait at the system; a wish */
    static Wire open(InetSocketAddress address, int buffer) throws IOException {
        var socket = new DatagramSocket();
        try {
            socket.setReceiveBufferSize(buffer);
            socket.connect(address);
            return new Wire(socket);
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }

    void send(ByteBuffer words) throws IOException {
        var bytes = new byte[words.limit()];
        words.get(0, bytes);
        socket.send(new DatagramPacket(bytes, bytes.length));
        spoken = System.nanoTime();
    }

    /** What comes within this time; valid until the next call. */
    Optional<ByteBuffer> receive(int millis) throws IOException {
        packet.setLength(LARGEST);
        socket.setSoTimeout(millis);
        try {
            socket.receive(packet);
        } catch (SocketTimeoutException nothing) {
            return Optional.empty();
        }
        return packet.getLength() < Control.HEADER
                ? Optional.empty()
                : Optional.of(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
    }

    /** The time that packets bear. */
    int micros() {
        return (int) ((System.nanoTime() - begun) / 1000);
    }

    /** When something was last sent. */
    long spoken() {
        return spoken;
    }

    @Override
    public void close() {
        socket.close();
    }
}
