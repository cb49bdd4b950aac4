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
    private final Behaviour behaviour;
    private final DigestServer digest;

    Gate(String realm, @Nullable Credentials credentials, Behaviour behaviour) {
        this.credentials = credentials;
        this.behaviour = behaviour;
        this.digest = DigestServer.withRandomNonce(realm);
    }

    boolean admits(RtspRequest request) {
        if (behaviour.rejecting()) {
            return false;
        }
        var known = credentials;
        return known == null || proven(request, known);
    }

    private boolean proven(RtspRequest request, Credentials known) {
        return RtspAuth.read(request) instanceof RtspAuth.Shown.Digest shown
                && shown.username().equals(known.username())
                && digest.proves(shown, known.password(), request);
    }

    RtspResponse challenge(RtspRequest request) {
        return digest.challenge(request, false);
    }
}
