// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtmp;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One RTMP message.
 *
 * @param stream 0 for the connection itself
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RtmpMessage(int type, int stream, int millis, byte[] body) {

    static final int CHUNK_SIZE = 1;
    static final int USER_CONTROL = 4;
    static final int WINDOW = 5;
    static final int BANDWIDTH = 6;
    static final int DATA = 18;
    static final int COMMAND = 20;

    static RtmpMessage number(int type, int value) {
        return new RtmpMessage(type, 0, 0, Buffer.buffer().appendInt(value).getBytes());
    }

    static RtmpMessage bandwidth(int value) {
        var body = Buffer.buffer().appendInt(value).appendByte((byte) 2).getBytes();
        return new RtmpMessage(BANDWIDTH, 0, 0, body);
    }

    static RtmpMessage streamBegins(int stream) {
        var body = Buffer.buffer().appendShort((short) 0).appendInt(stream).getBytes();
        return new RtmpMessage(USER_CONTROL, 0, 0, body);
    }

    static RtmpMessage command(int stream, @Nullable Object... values) {
        return new RtmpMessage(COMMAND, stream, 0, Amf0.write(Arrays.asList(values)));
    }

    static RtmpMessage data(int stream, @Nullable Object... values) {
        return new RtmpMessage(DATA, stream, 0, Amf0.write(Arrays.asList(values)));
    }

    List<@Nullable Object> values() {
        return Amf0.read(body);
    }
}
