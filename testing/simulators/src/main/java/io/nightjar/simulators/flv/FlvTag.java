// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.flv;

import io.vertx.core.buffer.Buffer;

/**
 * One FLV tag; an RTMP message has the same body.
 *
 * @param type 9 for video
 * @param millis since the first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FlvTag(int type, int millis, byte[] body) {

    private static final int VIDEO = 9;
    private static final int HEADER = 11;

    static FlvTag video(int millis, byte[] body) {
        return new FlvTag(VIDEO, millis, body);
    }

    /** What an FLV stream with video only begins with. */
    public static Buffer fileHeader() {
        return Buffer.buffer("FLV")
                .appendByte((byte) 1)
                .appendByte((byte) 1)
                .appendInt(9)
                .appendInt(0);
    }

    /** The tag as it stands in a file, with its size behind it. */
    public Buffer framed() {
        return Buffer.buffer(HEADER + body.length + 4)
                .appendByte((byte) type)
                .appendMedium(body.length)
                .appendMedium(millis & 0xffffff)
                .appendByte((byte) (millis >>> 24))
                .appendMedium(0)
                .appendBytes(body)
                .appendInt(HEADER + body.length);
    }
}
