// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

/** The payload types that need no rtpmap (RFC 3551). */
record StaticPayload(String encoding, int clockRate, int channels) {

    static StaticPayload of(int payloadType) {
        return switch (payloadType) {
            case 0 -> new StaticPayload("PCMU", 8000, 1);
            case 8 -> new StaticPayload("PCMA", 8000, 1);
            // RFC 3551 keeps G.722's historical clock of 8000 although it samples at 16000.
            case 9 -> new StaticPayload("G722", 8000, 1);
            case 26 -> new StaticPayload("JPEG", 90_000, 0);
            default -> new StaticPayload("", 90_000, 0);
        };
    }
}
