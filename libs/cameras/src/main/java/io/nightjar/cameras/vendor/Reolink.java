// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.StreamWish;
import io.nightjar.cameras.UrlTemplate;
import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.Role;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reolink: RTSP whose paths differ by firmware, RTMP and FLV with H.264 only, single pictures, and neolink for cameras
 * that speak only their own protocol. RTSP counts channels from 1, everything else from 0.
 */
final class Reolink implements VendorAdapter {

    private final String neolinkHost;

    Reolink(String neolinkHost) {
        this.neolinkHost = neolinkHost;
    }

    @Override
    public Vendor vendor() {
        return Vendor.REOLINK;
    }

    @Override
    public List<Candidate> derived(StreamWish wish, Duration timeout) {
        if (wish.protocol().isEmpty()) {
            return Stream.concat(rtsp(wish), rtmp(wish).limit(1)).toList();
        }
        return switch (wish.protocol().get()) {
            case RTSP -> rtsp(wish).toList();
            case RTMP -> rtmp(wish).toList();
            case FLV -> flv(wish).toList();
            case SNAPSHOT -> snapshots(wish).toList();
            case NEOLINK -> List.of(neolink(wish));
            case MJPEG, HLS, SRT, V4L2, FILE -> List.of();
        };
    }

    @Override
    public UrlTemplate given(String url, Protocol protocol, StreamWish wish) {
        return UrlTemplate.of(protocol == Protocol.SNAPSHOT ? ReolinkSnap.withSize(url, wish) : url, protocol);
    }

    @Override
    public InputOptions input(Protocol protocol, Role role) {
        return protocol == Protocol.SNAPSHOT ? ReolinkSnap.input(role) : InputOptions.NONE;
    }

    /** Current firmware first. The main picture of 4K models is H.265 under the older names, the small one H.264. */
    private Stream<Candidate> rtsp(StreamWish wish) {
        int channel = Place.channel(wish);
        return Stream.of("Preview", "h264Preview", "h265Preview")
                .filter(prefix -> wish.role() == Role.MAIN || !prefix.startsWith("h265"))
                .map(prefix ->
                        "/%s_%02d_%s".formatted(prefix, channel, wish.role().wire()))
                .map(path -> Place.of(wish).url("rtsp", Ports.RTSP, path, Protocol.RTSP))
                .map(address -> candidate(wish, Protocol.RTSP, address));
    }

    private Stream<Candidate> rtmp(StreamWish wish) {
        int channel = Place.channel(wish) - 1;
        return kinds(wish)
                .map(kind -> "/bcs/channel%d_%s.bcs?channel=%d&stream=%d&user={user}&password={password}"
                        .formatted(channel, kind, channel, kind.equals("sub") ? 1 : 0))
                .map(path -> Place.of(wish).url("rtmp", Ports.RTMP, path, Protocol.RTMP))
                .map(address -> candidate(wish, Protocol.RTMP, address));
    }

    private Stream<Candidate> flv(StreamWish wish) {
        int channel = Place.channel(wish) - 1;
        var place = Place.of(wish);
        int rtmp = Ports.of(place.ports(), Ports.RTMP, Vendor.REOLINK);
        return kinds(wish)
                .map(kind -> "/flv?port=%d&app=bcs&stream=channel%d_%s.bcs&user={user}&password={password}"
                        .formatted(rtmp, channel, kind))
                .flatMap(path -> place.webs(path, Protocol.FLV))
                .map(address -> candidate(wish, Protocol.FLV, address));
    }

    /** The middle size stands in where a camera lacks the wished one. */
    private static Stream<String> kinds(StreamWish wish) {
        return Stream.of(wish.role().wire(), "ext");
    }

    private Stream<Candidate> snapshots(StreamWish wish) {
        var path = "/cgi-bin/api.cgi?cmd=Snap&channel=%d&user={user}&password={password}"
                .formatted(Place.channel(wish) - 1);
        return Place.of(wish)
                .webs(ReolinkSnap.withSize(path, wish), Protocol.SNAPSHOT)
                .map(address -> candidate(wish, Protocol.SNAPSHOT, address));
    }

    private Candidate neolink(StreamWish wish) {
        var path = "/" + wish.camera().id() + "/" + wish.role().wire() + "Stream";
        var address = Place.of(wish).at(neolinkHost).url("rtsp", Ports.NEOLINK, path, Protocol.NEOLINK);
        return candidate(wish, Protocol.NEOLINK, address);
    }
}
