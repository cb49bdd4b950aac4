// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import java.nio.charset.StandardCharsets;

/** What a player's request is answered with: a playlist, media, or a sentence that says why not. */
@SuppressWarnings("ArrayRecordComponent") // handed to a socket once, never compared
public record HlsReply(int status, String contentType, String cacheControl, byte[] body) {

    static HlsReply playlist(byte[] text) {
        return new HlsReply(200, "application/vnd.apple.mpegurl", "no-cache", text);
    }

    /** Names carry a prefix of the muxer's life, so what a name means never changes. */
    static HlsReply media(byte[] bytes) {
        return new HlsReply(200, "video/mp4", "private, max-age=3600", bytes);
    }

    static HlsReply refused(int status, String sentence) {
        return new HlsReply(status, "text/plain; charset=utf-8", "no-store", sentence.getBytes(StandardCharsets.UTF_8));
    }

    static HlsReply gone() {
        return refused(404, "There is no such part of this stream, or no longer.");
    }

    static HlsReply offline() {
        return refused(503, "The stream is not there at present; it is tried again and comes back by itself.");
    }
}
