// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nightjar.contracts.stream.MediaPathName;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request address names. Players put the control of a track behind the path, behind the query, or before it.
 *
 * @param control which track; empty for the whole stream
 */
record StreamAddress(
        MediaPathName stream, String control, @Nullable String token) {

    static Optional<StreamAddress> parse(String uri) {
        int scheme = uri.indexOf("://");
        int slash = scheme < 0 ? uri.indexOf('/') : uri.indexOf('/', scheme + 3);
        if (slash < 0) {
            return Optional.empty();
        }
        var halves = uri.substring(slash + 1).split("\\?", 2);
        var segments = Arrays.stream(halves[0].split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        if (segments.size() < 2) {
            return Optional.empty();
        }
        var query = halves.length > 1 ? halves[1] : "";
        int end = query.indexOf('/');
        var afterQuery = end < 0 ? "" : query.substring(end + 1);
        var afterPath = String.join("/", segments.subList(2, segments.size()));
        return MediaPathName.parse(segments.get(0) + "/" + segments.get(1))
                .map(stream -> new StreamAddress(
                        stream,
                        strip(afterPath.isEmpty() ? afterQuery : afterPath),
                        token(end < 0 ? query : query.substring(0, end))));
    }

    private static @Nullable String token(String query) {
        for (var parameter : query.split("&")) {
            if (parameter.startsWith("token=")) {
                return decode(parameter.substring("token=".length()));
            }
        }
        return null;
    }

    private static @Nullable String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static String strip(String control) {
        return control.endsWith("/") ? control.substring(0, control.length() - 1) : control;
    }

    @Override
    public String toString() {
        return stream.toString();
    }
}
