// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * Where one publication of a stream is in the media plane. Written {@code camera/role} for the stream as its camera sends
 * it, {@code camera/role.web} for the same pictures in the form that every browser plays.
 */
public record MediaPathName(StreamId stream, boolean web) implements Comparable<MediaPathName> {

    private static final String WEB = ".web";

    /** The publication that keeps what the camera sends. */
    public static MediaPathName of(StreamId stream) {
        return new MediaPathName(stream, false);
    }

    /** The publication for browsers, there only while somebody leases it. */
    public static MediaPathName web(StreamId stream) {
        return new MediaPathName(stream, true);
    }

    @JsonCreator
    public static MediaPathName of(String path) {
        return parse(path)
                .orElseThrow(() -> new IllegalArgumentException(
                        "A media path is camera/role or camera/role.web; got \"" + path + "\""));
    }

    public static Optional<MediaPathName> parse(String path) {
        boolean web = path.endsWith(WEB);
        var stream = web ? path.substring(0, path.length() - WEB.length()) : path;
        return StreamId.parse(stream).map(known -> new MediaPathName(known, web));
    }

    @Override
    public int compareTo(MediaPathName other) {
        int byStream = stream.compareTo(other.stream);
        return byStream != 0 ? byStream : Boolean.compare(web, other.web);
    }

    @JsonValue
    @Override
    public String toString() {
        return stream + (web ? WEB : "");
    }
}
