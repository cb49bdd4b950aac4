// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;

/**
 * The packet that libav fills anew with each read. Its fields are read where they lie: a call into native code for each of
 * them, for every piece of every picture, costs more than all that is done with the pictures.
 */
final class InputPacket {

    private static final int PTS = field("pts");
    private static final int DTS = field("dts");
    private static final int DATA = field("data");
    private static final int SIZE = field("size");
    private static final int STREAM = field("stream_index");
    private static final int FLAGS = field("flags");
    private static final int DURATION = field("duration");

    private final AVPacket packet;
    private final ByteBuffer fields;
    private final Source source = new Source();
    private byte[] bytes = new byte[1 << 12];

    InputPacket(AVPacket packet) {
        this.packet = packet;
        this.fields = new BytePointer(packet)
                .capacity(Loader.sizeof(AVPacket.class))
                .asByteBuffer()
                .order(ByteOrder.nativeOrder());
    }

    /** For libav's own functions. */
    AVPacket libav() {
        return packet;
    }

    int stream() {
        return fields.getInt(STREAM);
    }

    int size() {
        return fields.getInt(SIZE);
    }

    long pts() {
        return fields.getLong(PTS);
    }

    long dts() {
        return fields.getLong(DTS);
    }

    long duration() {
        return fields.getLong(DURATION);
    }

    boolean key() {
        return (fields.getInt(FLAGS) & AV_PKT_FLAG_KEY) != 0;
    }

    /** Valid until it is asked for again. A copy, as a view of native memory costs more to make. */
    ByteBuffer data() {
        int size = size();
        if (size > bytes.length) {
            bytes = new byte[Math.max(size, 2 * bytes.length)];
        }
        if (size > 0) {
            source.copy(fields.getLong(DATA), bytes, size);
        }
        return ByteBuffer.wrap(bytes, 0, size);
    }

    void release() {
        av_packet_unref(packet);
    }

    private static int field(String name) {
        Libav.load();
        return Loader.offsetof(AVPacket.class, name);
    }

    /** A pointer that is moved instead of made anew. */
    private static final class Source extends BytePointer {

        private Source() {
            super((BytePointer) null);
        }

        void copy(long where, byte[] target, int length) {
            address = where;
            get(target, 0, length);
        }
    }
}
