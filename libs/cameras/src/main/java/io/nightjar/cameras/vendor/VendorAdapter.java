// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.StreamWish;
import io.nightjar.cameras.UrlTemplate;
import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.Role;
import java.time.Duration;
import java.util.List;

/** What is special about one vendor: where streams are without a given address, and what its cameras need to be opened. */
public interface VendorAdapter {

    Vendor vendor();

    /**
     * The streams of a camera whose addresses nobody gave, best first; empty where this vendor has none for the wished
     * protocol. May ask the camera; fails with {@link CameraFailure}.
     */
    List<Candidate> derived(StreamWish wish, Duration timeout);

    /** How a given address is completed: whether and how credentials go into it. */
    default UrlTemplate given(String url, Protocol protocol, StreamWish wish) {
        return UrlTemplate.of(url, protocol);
    }

    /** The transports to try, in order. */
    default List<Transport> transports(StreamWish wish) {
        return wish.transport() == Transport.AUTO ? List.of(Transport.TCP, Transport.UDP) : List.of(wish.transport());
    }

    /** What its streams need to be opened, beyond what their protocol needs anyway. */
    default InputOptions input(Protocol protocol, Role role) {
        return InputOptions.NONE;
    }

    /** A candidate with this vendor's rules applied and the stream's own options before them. */
    default Candidate candidate(StreamWish wish, Protocol protocol, UrlTemplate address) {
        var order =
                switch (protocol) {
                    case RTSP -> address.tls() ? List.of(Transport.TCP) : transports(wish);
                    case SRT -> List.of(Transport.UDP);
                    case NEOLINK, RTMP, FLV, MJPEG, SNAPSHOT, HLS, V4L2, FILE -> List.of(Transport.TCP);
                };
        return new Candidate(protocol, address, order, wish.input().or(input(protocol, wish.role())));
    }
}
