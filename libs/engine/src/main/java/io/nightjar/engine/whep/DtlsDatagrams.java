// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bouncycastle.tls.DatagramTransport;

/** The datagrams of one DTLS association: arrivals wait here, and what leaves goes where the player is at that moment. */
final class DtlsDatagrams implements DatagramTransport {

    private static final int MOST_WAITING = 64;
    private static final int RECEIVE_LIMIT = 2048;
    /** Fits every path we know, with room for a tunnel's headers. */
    private static final int SEND_LIMIT = 1200;

    private final BlockingQueue<byte[]> arrived = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Consumer<byte[]> outlet;
    private volatile boolean abandoned;

    DtlsDatagrams(Consumer<byte[]> outlet) {
        this.outlet = outlet;
    }

    /** Takes a datagram, or drops it when the association does not keep up. */
    boolean offer(byte[] datagram) {
        return arrived.offer(datagram);
    }

    boolean empty() {
        return arrived.isEmpty();
    }

    @Override
    public int getReceiveLimit() {
        return RECEIVE_LIMIT;
    }

    @Override
    public int getSendLimit() {
        return SEND_LIMIT;
    }

    @Override
    public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
        try {
            byte[] datagram = arrived.poll(waitMillis, TimeUnit.MILLISECONDS);
            if (abandoned) {
                throw new InterruptedIOException("given up");
            }
            if (datagram == null) {
                return -1;
            }
            int taken = Math.min(length, datagram.length);
            System.arraycopy(datagram, 0, buffer, offset, taken);
            return taken;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void send(byte[] buffer, int offset, int length) {
        outlet.accept(Arrays.copyOfRange(buffer, offset, offset + length));
    }

    @Override
    public void close() {
        arrived.clear();
    }

    /** Fails whoever waits for a datagram. */
    void abandon() {
        abandoned = true;
        arrived.offer(new byte[0]);
    }
}
