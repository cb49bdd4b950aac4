// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.jboss.logging.Logger;

/** Shakes hands with ourselves in memory: loading and compiling that code costs the first player a second otherwise. */
final class WarmUp implements Runnable {

    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    private static final int HANDSHAKES = 3;
    private static final int PACKETS = 300;
    /** Warm is the process, not a server. */
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private final DtlsIdentity identity;
    private final Executor threads;

    WarmUp(DtlsIdentity identity, Executor threads) {
        this.identity = identity;
        this.threads = threads;
    }

    @Override
    public void run() {
        if (!BEGUN.compareAndSet(false, true)) {
            return;
        }
        try {
            for (int i = 0; i < HANDSHAKES; i++) {
                protectSome(shakeHands());
            }
        } catch (IOException | GeneralSecurityException | RuntimeException failure) {
            // Players may still succeed; if not, their own failure says why.
            LOG.warnf("WebRTC warm-up failed: %s", failure.getMessage());
        }
    }

    private SrtpKeys shakeHands() throws IOException {
        var toServer = new CompletableFuture<DtlsDatagrams>();
        var atClient = new DtlsDatagrams(datagram -> toServer.join().offer(datagram));
        var atServer = new DtlsDatagrams(atClient::offer);
        toServer.complete(atServer);
        var server = new DtlsServer(identity, List.of(identity.fingerprint()));
        var client = CompletableFuture.runAsync(() -> connect(atClient), threads);
        new DTLSServerProtocol().accept(server, atServer);
        client.join();
        return server.keys().orElseThrow(() -> new IOException("no keys were agreed"));
    }

    private void connect(DtlsDatagrams datagrams) {
        try {
            new DTLSClientProtocol().connect(new DtlsClient(identity), datagrams);
        } catch (IOException failure) {
            throw new IllegalStateException("the client's side failed: " + failure.getMessage(), failure);
        }
    }

    private static void protectSome(SrtpKeys keys) throws GeneralSecurityException {
        var stream = new RtpStream(new Srtp(keys), new SendRing(), 96, 1, 1, 0);
        var payload = new Payload(new byte[SharedPayloads.LARGEST], true);
        for (int i = 0; i < PACKETS; i++) {
            stream.packet(payload, i, true, i);
        }
    }
}
