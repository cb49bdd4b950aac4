// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.jspecify.annotations.Nullable;

/** One DTLS association: a borrowed thread while it shakes hands, none afterwards. */
final class DtlsLink {

    /** Told once about success or failure on the handshake's thread, and about the player's goodbye. */
    interface Listener {
        void secured(SrtpKeys keys);

        void failed(String reason);

        void closedByPeer();
    }

    private final DtlsServer server;
    private final DtlsDatagrams datagrams;
    private final Executor handshakes;
    private final Executor lane;
    private final Listener listener;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final byte[] scratch = new byte[2048];
    private volatile @Nullable DTLSTransport transport;
    private volatile boolean closed;

    DtlsLink(
            DtlsIdentity identity,
            List<Fingerprint> expected,
            Consumer<byte[]> outlet,
            Executor handshakes,
            Executor lane,
            Listener listener) {
        this.server = new DtlsServer(identity, expected);
        this.datagrams = new DtlsDatagrams(outlet);
        this.handshakes = handshakes;
        this.lane = lane;
        this.listener = listener;
    }

    /** Takes a datagram on any thread; the first one begins the handshake. */
    void arrived(byte[] datagram) {
        if (!datagrams.offer(datagram)) {
            return;
        }
        if (begun.compareAndSet(false, true)) {
            begin();
        } else if (transport != null) {
            lane.execute(this::drain);
        }
    }

    private void begin() {
        try {
            handshakes.execute(this::shakeHands);
        } catch (RejectedExecutionException busy) {
            begun.set(false); // The player sends its hello again.
        }
    }

    private void shakeHands() {
        try {
            var established = new DTLSServerProtocol().accept(server, datagrams);
            var keys = server.keys().orElseThrow(() -> new IOException("no keys were agreed"));
            transport = established;
            if (closed) {
                close();
                return;
            }
            listener.secured(keys);
            lane.execute(this::drain);
        } catch (IOException | RuntimeException failure) {
            listener.failed(String.valueOf(failure.getMessage()));
        }
    }

    /** Alerts, and repeats of the last flight. Runs on the session's lane. */
    private void drain() {
        var link = transport;
        if (link == null) {
            return;
        }
        try {
            while (!datagrams.empty() && !server.peerClosed()) {
                link.receive(scratch, 0, scratch.length, 1);
            }
        } catch (IOException broken) {
            listener.failed(String.valueOf(broken.getMessage()));
            return;
        }
        if (server.peerClosed()) {
            listener.closedByPeer();
        }
    }

    /** Says goodbye to the player, or gives the handshake up. */
    void close() {
        closed = true;
        var link = transport;
        if (link == null) {
            datagrams.abandon();
            return;
        }
        try {
            link.close();
        } catch (IOException alreadyBroken) {
            datagrams.abandon();
        }
    }
}
