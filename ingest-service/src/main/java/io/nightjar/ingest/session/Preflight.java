// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.Resolver;
import io.nightjar.cameras.RtspPreflight;
import io.nightjar.cameras.StreamWish;
import io.nightjar.cameras.UrlTemplate;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.stream.ErrorKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Looks at an address before the media library opens it, which follows redirects by itself: what is handed on is checked,
 * and a failure is said by somebody who knows what a camera is.
 */
final class Preflight {

    private final RtspPreflight rtsp;
    private final HttpPreflight http;
    private final Resolver resolver;

    Preflight(Resolver resolver, HttpPreflight http) {
        this.rtsp = new RtspPreflight(resolver);
        this.http = http;
        this.resolver = resolver;
    }

    /** The address to open, complete with its secrets; fails with {@link CameraFailure}. */
    String ask(Candidate candidate, StreamWish wish, Duration timeout) {
        var address = candidate.address();
        return switch (candidate.protocol()) {
            case RTSP, NEOLINK, RTMP ->
                rtsp.ask(address, wish.credentials(), wish.origin(), timeout).dialled(wish.credentials());
            case FLV, HLS -> {
                http.ask(candidate, wish, timeout);
                yield address.filled(resolver.resolve(address.host(), wish.origin()), wish.credentials());
            }
            // Its handshake is a question by itself.
            case SRT -> address.filled(resolver.resolve(address.host(), wish.origin()), wish.credentials());
            case V4L2, FILE -> local(candidate.protocol(), address, wish.origin());
            case MJPEG, SNAPSHOT ->
                throw new IllegalArgumentException("The media library does not open "
                        + candidate.protocol().wire());
        };
    }

    private static String local(Protocol protocol, UrlTemplate address, Origin origin) {
        if (origin != Origin.FILE) {
            throw new CameraFailure(
                    ErrorKind.FORBIDDEN_ADDRESS,
                    "Only cameras in operators' files may name something of this machine.");
        }
        if (!Files.exists(path(address))) {
            throw protocol == Protocol.V4L2
                    ? new CameraFailure(ErrorKind.REFUSED, "No camera is plugged in as " + path(address) + ".")
                    : new CameraFailure(ErrorKind.NOT_FOUND, "There is no file " + path(address) + ".");
        }
        return address.template();
    }

    static Path path(UrlTemplate local) {
        var text = local.template();
        var path = text.substring(text.indexOf("://") + 3);
        int query = path.indexOf('?');
        return Path.of(query < 0 ? path : path.substring(0, query));
    }
}
