// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtmp;

import io.vertx.core.buffer.Buffer;

/** Cuts RTMP messages into chunks. */
final class ChunkWriter {

    static final int SIZE = 4096;

    private static final int EXTENDED = 0xffffff;
    private static final int PROTOCOL_LANE = 2;
    private static final int COMMAND_LANE = 3;
    private static final int MEDIA_LANE = 6;
    private static final int CONTINUED = 0xc0;

    private ChunkWriter() {}

    static Buffer write(RtmpMessage message) {
        var lane = lane(message);
        var extended = message.millis() >= EXTENDED;
        var body = message.body();
        var target = Buffer.buffer(body.length + body.length / SIZE + 16);
        target.appendByte((byte) lane)
                .appendMedium(extended ? EXTENDED : message.millis())
                .appendMedium(body.length)
                .appendByte((byte) message.type())
                .appendIntLE(message.stream());
        for (var at = 0; at < body.length || at == 0; at += SIZE) {
            if (at > 0) {
                target.appendByte((byte) (CONTINUED | lane));
            }
            if (extended) {
                target.appendInt(message.millis());
            }
            target.appendBytes(body, at, Math.min(SIZE, body.length - at));
        }
        return target;
    }

    private static int lane(RtmpMessage message) {
        return switch (message.type()) {
            case RtmpMessage.COMMAND -> COMMAND_LANE;
            case RtmpMessage.DATA, 8, 9 -> MEDIA_LANE;
            default -> PROTOCOL_LANE;
        };
    }
}
