// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.Resolver;
import io.nightjar.cameras.StreamWish;
import io.nightjar.cameras.TcpProbe;
import io.nightjar.cameras.UrlTemplate;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.media.srt.SrtKnock;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

/** Asks whether there is anybody at a camera's port, and nothing more: cheap enough for every second. */
public final class Reach {

    private static final Duration PATIENCE = Duration.ofMillis(800);

    private final Resolver resolver;

    public Reach(Resolver resolver) {
        this.resolver = resolver;
    }

    /**
     * At most a second long.
     *
     * @param known the address a session would use, where that was found out before
     */
    public boolean answers(StreamWish wish, Optional<Candidate> known) {
        // Battery cameras would be woken by every knock.
        if (wish.camera().vendor() == Vendor.EUFY) {
            return false;
        }
        try {
            return known.map(candidate -> at(candidate, wish.origin())).orElseGet(() -> unfound(wish));
        } catch (CameraFailure unresolved) {
            return false;
        }
    }

    private boolean at(Candidate candidate, Origin origin) {
        if (candidate.protocol().local()) {
            return Files.exists(Preflight.path(candidate.address()));
        }
        return at(candidate.address(), origin);
    }

    private boolean at(UrlTemplate address, Origin origin) {
        if (address.scheme().equals("srt")) {
            var place = new InetSocketAddress(resolver.resolve(address.host(), origin), address.port());
            return SrtKnock.answers(place, PATIENCE);
        }
        return at(address.host(), address.port(), origin);
    }

    private boolean at(String host, int port, Origin origin) {
        return TcpProbe.answers(new InetSocketAddress(resolver.resolve(host, origin), port), PATIENCE);
    }

    /** The camera could not even be asked where its streams are. */
    private boolean unfound(StreamWish wish) {
        var given = wish.stream().map(StreamSpec::url).map(UrlTemplate::new);
        if (given.isPresent()) {
            return !given.get().local() && at(given.get(), wish.origin());
        }
        var vendor = wish.camera().vendor();
        var service =
                switch (vendor) {
                    case ONVIF -> Ports.ONVIF;
                    case UNIFI -> Ports.HTTPS;
                    case REOLINK, AMCREST -> Ports.HTTP;
                    case GENERIC, EUFY -> Ports.RTSP;
                };
        return at(wish.host(), Ports.of(wish.ports(), service, vendor), wish.origin());
    }
}
