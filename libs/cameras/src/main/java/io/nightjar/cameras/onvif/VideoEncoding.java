// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.util.Locale;

/** How a profile's video is encoded. */
public enum VideoEncoding {
    H264("H.264"),
    H265("H.265"),
    MPEG4("MPEG-4"),
    JPEG("JPEG"),
    /** The device does not say, or says something else. */
    UNKNOWN("unknown");

    private final String title;

    VideoEncoding(String title) {
        this.title = title;
    }

    /** As people call it. */
    public String title() {
        return title;
    }

    /** Reads {@code H264}, {@code H.265}, {@code hevc}, {@code MPV4-ES} and the like. */
    static VideoEncoding parse(String text) {
        return switch (text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "")) {
            case "H264", "AVC" -> H264;
            case "H265", "HEVC" -> H265;
            case "MPEG4", "MPV4ES" -> MPEG4;
            case "JPEG", "MJPEG" -> JPEG;
            default -> UNKNOWN;
        };
    }
}
