// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The way video leaves a camera. Where a vendor knows several, {@link StreamSpec#protocol()} chooses. */
public enum Protocol {
    /** RTSP, clear or over TLS as the address says. */
    RTSP("rtsp", "rtsps"),
    RTMP("rtmp", "rtmps"),
    /** FLV in an endless HTTP answer. */
    FLV("http", "https"),
    /** JPEG pictures in an endless multipart HTTP answer. */
    MJPEG("http", "https"),
    /** One JPEG picture per HTTP request, asked for again and again. */
    SNAPSHOT("http", "https"),
    HLS("http", "https"),
    SRT("srt"),
    /** A Reolink camera's own protocol, bridged to RTSP by neolink. */
    NEOLINK("rtsp"),
    /** A camera plugged into this machine: {@code v4l2:///dev/video0}. */
    V4L2("v4l2"),
    /** A recording that is played as if it were live: {@code file:///clips/yard.mp4}. */
    FILE("file");

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> schemes;

    Protocol(String... schemes) {
        this.schemes = List.of(schemes);
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The address schemes it is reached by. */
    public List<String> schemes() {
        return schemes;
    }

    /** Reads something of the machine it runs on; only operators may name that, in files. */
    public boolean local() {
        return this == V4L2 || this == FILE;
    }

    /** What an address's scheme means by itself; empty for http and https, which carry several. */
    public static Optional<Protocol> ofScheme(String scheme) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "rtsp", "rtsps" -> Optional.of(RTSP);
            case "rtmp", "rtmps" -> Optional.of(RTMP);
            case "srt" -> Optional.of(SRT);
            case "v4l2" -> Optional.of(V4L2);
            case "file" -> Optional.of(FILE);
            default -> Optional.empty();
        };
    }

    public static Optional<Protocol> parse(String text) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.name().equalsIgnoreCase(text.strip()))
                .findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Protocol::wire).toList();
    }
}
