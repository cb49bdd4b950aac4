// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.StreamFinder;
import io.nightjar.cameras.StreamWish;
import io.nightjar.cameras.UrlTemplate;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks a device over ONVIF where its streams are, each time anew: addresses change with its settings. */
public final class OnvifStreamFinder implements StreamFinder {

    private final CameraHttp http;
    private final Clock clock;

    public OnvifStreamFinder(CameraHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public List<Candidate> find(StreamWish wish, Duration timeout) {
        var protocol = wish.protocol().orElse(Protocol.RTSP);
        if (protocol != Protocol.RTSP && protocol != Protocol.SNAPSHOT) {
            return List.of();
        }
        var media = client(wish, timeout).media();
        var profiles = ProfileRanking.best(profiles(media, wish), wish.role());
        CameraFailure last = none(wish);
        for (var profile : profiles) {
            try {
                var addresses = protocol == Protocol.RTSP
                        ? streams(media, profile)
                        : snapshot(media, profile).stream().toList();
                if (!addresses.isEmpty()) {
                    return addresses.stream()
                            .map(address -> candidate(protocol, address, profile, wish))
                            .toList();
                }
            } catch (CameraFailure failure) {
                if (failure.kind() != ErrorKind.PROTOCOL && failure.kind() != ErrorKind.NOT_FOUND) {
                    throw failure;
                }
                last = failure;
            }
        }
        throw last;
    }

    /** Everything the device offers: for people who set up a camera. */
    public Survey survey(StreamWish wish, Duration timeout) {
        var client = client(wish, timeout);
        var media = client.media();
        var profiles = profiles(media, wish);
        var streams = profiles.stream()
                .map(profile -> found(media, profile, profiles))
                .toList();
        boolean movable = client.ptz().advertised() && profiles.stream().anyMatch(MediaProfile::movable);
        return new Survey(
                client.device().information(), streams, client.device().clockOffset(), movable);
    }

    private OnvifClient client(StreamWish wish, Duration timeout) {
        var transport = new CameraHttpTransport(http, wish.origin(), wish.certificate());
        return new OnvifClient(OnvifTargets.of(wish), transport, Patience.altogether(timeout), clock);
    }

    private static List<MediaProfile> profiles(OnvifMedia media, StreamWish wish) {
        return VideoSources.profiles(media.profiles(), wish.camera().channel());
    }

    private static FoundStream found(OnvifMedia media, MediaProfile profile, List<MediaProfile> profiles) {
        Set<Role> roles = new HashSet<>();
        for (var role : Role.values()) {
            if (ProfileRanking.best(profiles, role).getFirst().equals(profile)) {
                roles.add(role);
            }
        }
        return new FoundStream(profile, addresses(media, profile), snapshot(media, profile), roles);
    }

    /** One profile without an address is no reason to hide the others. */
    private static List<UrlTemplate> addresses(OnvifMedia media, MediaProfile profile) {
        try {
            return streams(media, profile);
        } catch (CameraFailure failure) {
            if (failure.kind() == ErrorKind.PROTOCOL || failure.kind() == ErrorKind.NOT_FOUND) {
                return List.of();
            }
            throw failure;
        }
    }

    private static List<UrlTemplate> streams(OnvifMedia media, MediaProfile profile) {
        return media.streamAddresses(profile).stream()
                .map(GivenAddress::template)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<UrlTemplate> snapshot(OnvifMedia media, MediaProfile profile) {
        return media.snapshotAddress(profile).flatMap(address -> GivenAddress.template(address.toString()));
    }

    private static Candidate candidate(Protocol protocol, UrlTemplate address, MediaProfile profile, StreamWish wish) {
        var candidate = new Candidate(protocol, address, transports(protocol, address, wish), wish.input());
        return protocol == Protocol.RTSP && profile.encoding() == VideoEncoding.H265
                ? candidate.withRemark("The camera sends this stream as H.265, which not every browser shows.")
                : candidate;
    }

    private static List<Transport> transports(Protocol protocol, UrlTemplate address, StreamWish wish) {
        if (protocol != Protocol.RTSP || address.tls()) {
            return List.of(Transport.TCP);
        }
        return wish.transport() == Transport.AUTO ? List.of(Transport.TCP, Transport.UDP) : List.of(wish.transport());
    }

    private static CameraFailure none(StreamWish wish) {
        var channel = wish.camera().channel();
        return new CameraFailure(
                ErrorKind.NOT_FOUND,
                channel == null
                        ? "The camera lists no streams over ONVIF; give the stream's address as its url."
                        : "The device lists no streams for channel " + channel + " over ONVIF; check the channel.");
    }
}
