// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.check;
import static io.nightjar.media.Libav.notNull;
import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/** Encodes pictures as JPEG of one size, scaling them when needed. Owns its native memory and belongs to one thread. */
public final class JpegEncoder implements AutoCloseable {

    private final Guard guard;
    private final AVCodecContext context;
    private final SwsContext scaler;
    private final AVFrame source;
    private final AVFrame target;
    private final AVPacket packet;

    private JpegEncoder(
            Resources resources,
            AVCodecContext context,
            SwsContext scaler,
            AVFrame source,
            AVFrame target,
            AVPacket packet) {
        this.guard = new Guard(resources);
        this.context = context;
        this.scaler = scaler;
        this.source = source;
        this.target = target;
        this.packet = packet;
    }

    /**
     * Opens an encoder for JPEGs of this size.
     *
     * @param quality 1 (small) to 100 (fine)
     */
    public static JpegEncoder open(int width, int height, int quality) {
        Libav.load();
        var resources = new Resources();
        try {
            var codec = notNull("mjpeg", avcodec_find_encoder(AV_CODEC_ID_MJPEG));
            var context = notNull("avcodec_alloc_context3", avcodec_alloc_context3(codec));
            resources.own(context, () -> avcodec_free_context(context));
            context.width(width);
            context.height(height);
            context.pix_fmt(AV_PIX_FMT_YUVJ420P);
            context.color_range(AVCOL_RANGE_JPEG);
            context.time_base().num(1).den(25);
            context.thread_count(1);
            context.flags(context.flags() | AV_CODEC_FLAG_QSCALE);
            context.global_quality(FF_QP2LAMBDA * scale(quality));
            check("avcodec_open2", avcodec_open2(context, codec, (AVDictionary) null));
            var scaler = notNull("sws_alloc_context", sws_alloc_context());
            resources.own(scaler, () -> sws_free_context(scaler));
            scaler.flags(SWS_BILINEAR);
            var source = Native.emptyFrame(resources);
            var target = Native.frame(resources, AV_PIX_FMT_YUVJ420P, width, height);
            target.color_range(AVCOL_RANGE_JPEG);
            target.quality(FF_QP2LAMBDA * scale(quality));
            return new JpegEncoder(resources, context, scaler, source, target, Native.packet(resources));
        } catch (RuntimeException failure) {
            resources.close();
            throw failure;
        }
    }

    /** libav counts from 2 (fine) to 31 (small). */
    private static int scale(int quality) {
        return 2 + (100 - Math.clamp(quality, 1, 100)) * 29 / 99;
    }

    public byte[] encode(I420 picture) {
        return guard.use(() -> encodeOne(picture));
    }

    private byte[] encodeOne(I420 picture) {
        if (source.width() != picture.width() || source.height() != picture.height()) {
            av_frame_unref(source);
            source.format(AV_PIX_FMT_YUV420P);
            source.width(picture.width());
            source.height(picture.height());
            source.color_range(AVCOL_RANGE_MPEG);
            check("av_frame_get_buffer", av_frame_get_buffer(source, 0));
        }
        Native.fill(source, picture);
        return encode(source);
    }

    byte[] encode(AVFrame picture) {
        check("av_frame_make_writable", av_frame_make_writable(target));
        check("sws_scale_frame", sws_scale_frame(scaler, target, picture));
        target.pts(target.pts() + 1);
        check("avcodec_send_frame", avcodec_send_frame(context, target));
        check("avcodec_receive_packet", avcodec_receive_packet(context, packet));
        try {
            var bytes = new byte[packet.size()];
            packet.data().get(bytes);
            return bytes;
        } finally {
            av_packet_unref(packet);
        }
    }

    @Override
    public void close() {
        guard.close();
    }
}
