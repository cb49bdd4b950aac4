// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Vendor;
import java.time.Duration;
import java.util.List;

/** One stream for both roles, at most 1920x1080 whatever the app shows. Signing in fails over UDP. */
final class Eufy implements VendorAdapter {

    @Override
    public Vendor vendor() {
        return Vendor.EUFY;
    }

    @Override
    public List<Candidate> derived(StreamWish wish, Duration timeout) {
        if (wish.protocol().orElse(Protocol.RTSP) != Protocol.RTSP) {
            return List.of();
        }
        var address = Place.of(wish).url("rtsp", Ports.RTSP, "/live0", Protocol.RTSP);
        return List.of(candidate(wish, Protocol.RTSP, address));
    }

    @Override
    public List<Transport> transports(StreamWish wish) {
        return List.of(Transport.TCP);
    }
}
