// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtmp;

import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Puts RTMP messages together from the chunks a client sends. */
final class ChunkReader {

    private static final int USUAL_SIZE = 128;
    private static final int LARGEST_MESSAGE = 1 << 20;
    private static final int EXTENDED = 0xffffff;
    private static final int[] HEADER_SIZES = {11, 7, 3, 0};

    /** What one chunk stream carries at present. */
    private static final class Lane {
        private int length;
        private int type;
        private int stream;
        private boolean extended;
        private Buffer body = Buffer.buffer();
    }

    private final Map<Integer, Lane> lanes = new HashMap<>();
    private final Consumer<RtmpMessage> target;
    private int chunkSize = USUAL_SIZE;
    private Buffer waiting = Buffer.buffer();

    ChunkReader(Consumer<RtmpMessage> target) {
        this.target = target;
    }

    void feed(Buffer bytes) {
        waiting.appendBuffer(bytes);
        var at = 0;
        for (var used = chunk(at); used > 0; used = chunk(at)) {
            at += used;
        }
        waiting = waiting.getBuffer(at, waiting.length());
    }

    /** Takes the chunk that begins here; gives its size, or 0 while it is not complete. */
    private int chunk(int from) {
        if (waiting.length() <= from) {
            return 0;
        }
        var first = waiting.getUnsignedByte(from);
        var format = first >> 6;
        // Numbers 0 and 1 say that the chunk stream's own number follows in one or two bytes.
        var id = first & 0x3f;
        var at = from + (id < 2 ? id + 2 : 1);
        if (waiting.length() < at) {
            return 0;
        }
        if (id < 2) {
            id = 64 + waiting.getUnsignedByte(from + 1) + (id == 1 ? 256 * waiting.getUnsignedByte(from + 2) : 0);
        }
        var lane = lanes.computeIfAbsent(id, missing -> new Lane());
        var header = HEADER_SIZES[format];
        if (waiting.length() - at < header) {
            return 0;
        }
        var length = format < 2 ? waiting.getUnsignedMedium(at + 3) : lane.length;
        var extended = format < 3 ? waiting.getUnsignedMedium(at) == EXTENDED : lane.extended;
        var bodyAt = at + header + (extended ? 4 : 0);
        var wanted = Math.min(chunkSize, length - lane.body.length());
        if (length > LARGEST_MESSAGE || wanted < 0) {
            throw new IllegalArgumentException("An RTMP message of " + length + " bytes is too long");
        }
        if (waiting.length() < bodyAt + wanted) {
            return 0;
        }
        lane.extended = extended;
        lane.length = length;
        if (format < 2) {
            lane.type = waiting.getUnsignedByte(at + 6);
        }
        if (format == 0) {
            lane.stream = waiting.getIntLE(at + 7);
        }
        lane.body.appendBuffer(waiting, bodyAt, wanted);
        if (lane.body.length() == lane.length) {
            complete(lane);
        }
        return bodyAt + wanted - from;
    }

    private void complete(Lane lane) {
        var message = new RtmpMessage(lane.type, lane.stream, 0, lane.body.getBytes());
        lane.body = Buffer.buffer();
        if (message.type() == RtmpMessage.CHUNK_SIZE) {
            chunkSize = Math.clamp(Buffer.buffer(message.body()).getInt(0), 1, LARGEST_MESSAGE);
        } else {
            target.accept(message);
        }
    }
}
