// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.stream.ErrorKind;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Finds out what an http address carries: by how it looks, or else by asking for it. */
final class HttpKinds {

    private final CameraHttp http;

    HttpKinds(CameraHttp http) {
        this.http = http;
    }

    /** What an address looks like. */
    static Optional<Protocol> ofPath(String url) {
        var text = url.toLowerCase(Locale.ROOT);
        int query = text.indexOf('?');
        var path = query < 0 ? text : text.substring(0, query);
        if (path.endsWith(".m3u8")) {
            return Optional.of(Protocol.HLS);
        }
        if (path.endsWith("/flv") || path.endsWith(".flv")) {
            return Optional.of(Protocol.FLV);
        }
        if (path.endsWith(".jpg")
                || path.endsWith(".jpeg")
                || path.endsWith("/snapshot")
                || path.endsWith("snapshot.cgi")
                || text.contains("cmd=snap")) {
            return Optional.of(Protocol.SNAPSHOT);
        }
        return path.endsWith(".mjpg") || path.endsWith(".mjpeg") || path.endsWith("mjpg/video.cgi")
                ? Optional.of(Protocol.MJPEG)
                : Optional.empty();
    }

    /** Asks once and looks at the type of the answer. */
    Protocol ask(UrlTemplate address, StreamWish wish, Deadline deadline) {
        var ask = HttpAsk.get(address.requested(wish.credentials()), wish.origin())
                .signedBy(wish.credentials())
                .pinned(wish.certificate());
        try (var exchange = http.open(ask, Duration.ofMillis(deadline.left()))) {
            exchange.orFail();
            var type = exchange.headers().get("Content-Type").orElse("").toLowerCase(Locale.ROOT);
            return ofType(type)
                    .orElseThrow(() -> new CameraFailure(
                            ErrorKind.PROTOCOL,
                            "What answers at the stream's address is no video: its type is \"" + type + "\"."));
        } catch (SocketTimeoutException late) {
            throw Failures.of(late, address.host() + ":" + address.port());
        }
    }

    private static Optional<Protocol> ofType(String type) {
        if (type.startsWith("multipart/")) {
            return Optional.of(Protocol.MJPEG);
        }
        if (type.startsWith("image/")) {
            return Optional.of(Protocol.SNAPSHOT);
        }
        if (type.contains("flv")) {
            return Optional.of(Protocol.FLV);
        }
        return type.contains("mpegurl") ? Optional.of(Protocol.HLS) : Optional.empty();
    }
}
