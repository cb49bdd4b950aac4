// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.rtsp.DigestServer;
import io.nightjar.rtsp.RtspAuth;
import io.nightjar.rtsp.RtspRequest;
import io.nightjar.rtsp.RtspResponse;
import org.jspecify.annotations.Nullable;

/** Lets requests in that prove the password by digest; all of them where the camera has none. */
final class Gate {

    private final @Nullable Credentials credentials;
    private final Lock lock;
    private final Behaviour behaviour;
    private final DigestServer digest;

    Gate(RtspSetup setup, Behaviour behaviour) {
        this.credentials = setup.credentials();
        this.lock = setup.lock();
        this.behaviour = behaviour;
        this.digest = DigestServer.withRandomNonce(setup.realm());
    }

    boolean admits(RtspRequest request) {
        if (behaviour.rejecting()) {
            return false;
        }
        var known = credentials;
        return known == null || (!lock.locked() && proven(request, known));
    }

    private boolean proven(RtspRequest request, Credentials known) {
        if (!(RtspAuth.read(request) instanceof RtspAuth.Shown.Digest shown)) {
            return false;
        }
        var proven = shown.username().equals(known.username()) && digest.proves(shown, known.password(), request);
        if (proven) {
            lock.succeeded();
        } else {
            lock.failed();
        }
        return proven;
    }

    RtspResponse challenge(RtspRequest request) {
        return digest.challenge(request, false);
    }
}
