// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.check;
import static io.nightjar.media.Libav.notNull;
import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** Small steps between Java memory and libav's structures. */
final class Native {

    /** "Not yet": the one error number that is part of the normal course. */
    static final int AGAIN = System.getProperty("os.name", "").startsWith("Mac") ? -35 : -11;

    private Native() {}

    static AVPacket packet(Resources resources) {
        var packet = notNull("av_packet_alloc", av_packet_alloc());
        return resources.own(packet, () -> av_packet_free(packet));
    }

    static AVFrame emptyFrame(Resources resources) {
        var frame = notNull("av_frame_alloc", av_frame_alloc());
        return resources.own(frame, () -> av_frame_free(frame));
    }

    static AVFrame frame(Resources resources, int pixelFormat, int width, int height) {
        var frame = emptyFrame(resources);
        frame.format(pixelFormat);
        frame.width(width);
        frame.height(height);
        check("av_frame_get_buffer", av_frame_get_buffer(frame, 0));
        return frame;
    }

    /** The packet's bytes where they are: valid until the packet is released. */
    static ByteBuffer view(AVPacket packet) {
        return packet.size() == 0
                ? ByteBuffer.allocate(0)
                : packet.data().position(0).capacity(packet.size()).asByteBuffer();
    }

    /** Fills an empty packet with a copy of the data. */
    static void fill(AVPacket packet, ByteBuffer data) {
        check("av_new_packet", av_new_packet(packet, data.remaining()));
        packet.data().capacity(data.remaining()).asByteBuffer().put(data.duplicate());
    }

    static void fill(AVFrame frame, I420 picture) {
        plane(frame, 0, picture, 0, picture.width(), picture.height());
        plane(frame, 1, picture, picture.uOffset(), picture.width() / 2, picture.height() / 2);
        plane(frame, 2, picture, picture.vOffset(), picture.width() / 2, picture.height() / 2);
    }

    private static void plane(AVFrame frame, int plane, I420 picture, int offset, int width, int height) {
        var target = frame.data(plane);
        int stride = frame.linesize(plane);
        for (int row = 0; row < height; row++) {
            target.position((long) row * stride).put(picture.bytes(), offset + row * width, width);
        }
        target.position(0);
    }

    static byte[] extradata(AVCodecContext context) {
        return bytes(context.extradata(), context.extradata_size());
    }

    static byte[] extradata(AVCodecParameters parameters) {
        return bytes(parameters.extradata(), parameters.extradata_size());
    }

    private static byte[] bytes(BytePointer pointer, int size) {
        if (pointer == null || pointer.isNull() || size == 0) {
            return new byte[0];
        }
        var bytes = new byte[size];
        pointer.get(bytes);
        return bytes;
    }

    /** libav reads beyond the end: extradata needs zeroed padding behind it. */
    static void setExtradata(AVCodecParameters parameters, byte[] extradata) {
        if (extradata.length == 0) {
            return;
        }
        var memory = notNull("av_mallocz", av_mallocz(extradata.length + AV_INPUT_BUFFER_PADDING_SIZE));
        var target = new BytePointer(memory);
        target.put(extradata);
        parameters.extradata(target);
        parameters.extradata_size(extradata.length);
    }

    static boolean missing(@Nullable Pointer pointer) {
        return pointer == null || pointer.isNull();
    }
}
