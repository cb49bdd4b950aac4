// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.demand;

/** Who wants to watch, as far as it decides what can be played. */
public enum Player {
    /** H.264 in the order in which it is shown. */
    WEBRTC,
    /** H.264 in any order. */
    HLS,
    /** Anything that RTSP carries. */
    RTSP;

    /** Whether this player needs the form for browsers rather than what the camera sends. */
    boolean needsWeb(SourceFormat format) {
        return switch (this) {
            case WEBRTC -> !format.h264() || format.bFrames();
            case HLS -> !format.h264();
            case RTSP -> format.mjpeg();
        };
    }
}
