// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.Consoles;
import io.nightjar.cameras.StreamWish;
import io.nightjar.cameras.UrlTemplate;
import io.nightjar.cameras.UrlTemplate.SignIn;
import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * UniFi Protect: a console serves its cameras' streams under aliases, which are the only secret an address needs.
 * Credentials or {@code enableSrtp} in the address break it.
 */
final class Unifi implements VendorAdapter {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final InputOptions STREAM = new InputOptions(
            PATIENCE_MILLIS, PATIENCE_MILLIS, null, null, null, null, null, null, null, null, null, null, null, null);

    private final UnifiAliases aliases;

    Unifi(CameraHttp http, Consoles consoles) {
        this.aliases = new UnifiAliases(http, consoles);
    }

    @Override
    public Vendor vendor() {
        return Vendor.UNIFI;
    }

    @Override
    public List<Candidate> derived(StreamWish wish, Duration timeout) {
        return switch (wish.protocol().orElse(Protocol.RTSP)) {
            case RTSP -> rtsp(wish, timeout);
            case SNAPSHOT -> List.of(candidate(wish, Protocol.SNAPSHOT, snapshot(wish)));
            case RTMP, FLV, MJPEG, HLS, SRT, NEOLINK, V4L2, FILE -> List.of();
        };
    }

    /** The small stream has an alias of its own, where one is set. */
    @Override
    public UrlTemplate given(String url, Protocol protocol, StreamWish wish) {
        boolean small = wish.role() == Role.SUB
                && wish.credentials()
                        .flatMap(secrets -> secrets.secret("alias.sub"))
                        .isPresent();
        var written = (small ? url.replace("{alias}", "{alias.sub}") : url).replaceFirst("\\?enableSrtp$", "");
        return UrlTemplate.of(written, protocol).signedIn(SignIn.NONE);
    }

    @Override
    public List<Transport> transports(StreamWish wish) {
        return List.of(wish.transport() == Transport.AUTO ? Transport.TCP : wish.transport());
    }

    @Override
    public InputOptions input(Protocol protocol, Role role) {
        return protocol == Protocol.SNAPSHOT ? SnapshotInput.of(2, null, null, 5000) : STREAM;
    }

    /** Clear first: that works on every console, and newer ones only hide it. */
    private List<Candidate> rtsp(StreamWish wish, Duration timeout) {
        var alias = aliases.find(wish, timeout);
        var console = Place.of(wish);
        var places = Stream.concat(alias.host().map(console::at).stream(), Stream.of(console))
                .toList();
        var clear = places.stream().map(place -> place.url("rtsp", Ports.RTSP, alias.path(), Protocol.RTSP));
        var hidden = places.stream().map(place -> place.url("rtsps", Ports.RTSPS, alias.path(), Protocol.RTSP));
        return Stream.concat(clear, hidden)
                .map(address -> alias.fill(address.signedIn(SignIn.NONE)))
                .map(address -> candidate(wish, Protocol.RTSP, address))
                .toList();
    }

    private static UrlTemplate snapshot(StreamWish wish) {
        var channel = wish.camera().channel();
        if (channel == null && wish.device().isEmpty()) {
            return Place.of(wish).web("/snap.jpeg", Protocol.SNAPSHOT).signedIn(SignIn.NONE);
        }
        if (channel == null) {
            throw new CameraFailure(
                    ErrorKind.CONFIG,
                    "Pictures come from the console, which needs the camera's channel: its id there.");
        }
        boolean keyed =
                wish.credentials().flatMap(secrets -> secrets.secret("apiKey")).isPresent();
        var path = keyed
                ? "/proxy/protect/integration/v1/cameras/" + channel + "/snapshot?highQuality="
                        + (wish.role() == Role.MAIN)
                : "/proxy/protect/api/cameras/" + channel + "/snapshot";
        return Place.of(wish).url("https", Ports.HTTPS, path, Protocol.SNAPSHOT).signedIn(SignIn.NONE);
    }
}
