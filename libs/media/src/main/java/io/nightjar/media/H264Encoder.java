// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.check;
import static io.nightjar.media.Libav.notNull;
import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Encodes pictures as H.264 without B-frames. Packets are Annex B; key packets begin with SPS and PPS. Owns its native
 * memory and belongs to one thread.
 */
public final class H264Encoder implements AutoCloseable {

    /**
     * How to encode.
     *
     * @param bitrate bits per second
     * @param gop pictures from one key picture to the next
     */
    public record Settings(int width, int height, int fps, int bitrate, int gop) {}

    private final Guard guard;
    private final AVCodecContext context;
    private final AVFrame frame;
    private final AVPacket packet;
    private final TrackFormat format;
    private final byte[] parameterSets;

    private H264Encoder(
            Resources resources, AVCodecContext context, AVFrame frame, AVPacket packet, Settings settings) {
        this.guard = new Guard(resources);
        this.context = context;
        this.frame = frame;
        this.packet = packet;
        this.parameterSets = Native.extradata(context);
        this.format = TrackFormat.video(Codec.H264, settings.width(), settings.height(), settings.fps(), parameterSets);
    }

    public static H264Encoder open(Settings settings) {
        Libav.load();
        var resources = new Resources();
        try {
            var codec = notNull("libopenh264", avcodec_find_encoder_by_name("libopenh264"));
            var context = notNull("avcodec_alloc_context3", avcodec_alloc_context3(codec));
            resources.own(context, () -> avcodec_free_context(context));
            configure(context, settings);
            try (var options = new Options().with("allow_skip_frames", "0")) {
                check("avcodec_open2", avcodec_open2(context, codec, options.dictionary()));
            }
            var frame = Native.frame(resources, AV_PIX_FMT_YUV420P, settings.width(), settings.height());
            var packet = Native.packet(resources);
            return new H264Encoder(resources, context, frame, packet, settings);
        } catch (RuntimeException failure) {
            resources.close();
            throw failure;
        }
    }

    private static void configure(AVCodecContext context, Settings settings) {
        context.width(settings.width());
        context.height(settings.height());
        context.pix_fmt(AV_PIX_FMT_YUV420P);
        context.color_range(AVCOL_RANGE_MPEG);
        context.time_base().num(1).den(1_000_000);
        context.framerate().num(settings.fps()).den(1);
        context.bit_rate(settings.bitrate());
        context.gop_size(settings.gop());
        context.max_b_frames(0);
        context.thread_count(1);
        // Puts SPS and PPS where a muxer and an SDP find them before the first picture.
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }

    public TrackFormat format() {
        return format;
    }

    /** Encodes one picture; the handler is called before this returns unless the encoder holds the picture back. */
    public void encode(I420 picture, long ptsMicros, boolean key, PacketHandler handler) {
        guard.run(() -> encodeOne(picture, ptsMicros, key, handler));
    }

    private void encodeOne(I420 picture, long ptsMicros, boolean key, PacketHandler handler) {
        check("av_frame_make_writable", av_frame_make_writable(frame));
        Native.fill(frame, picture);
        frame.pts(ptsMicros);
        frame.pict_type(key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        check("avcodec_send_frame", avcodec_send_frame(context, frame));
        drain(handler);
    }

    private void drain(PacketHandler handler) {
        while (true) {
            int code = avcodec_receive_packet(context, packet);
            if (code == Native.AGAIN || code == AVERROR_EOF) {
                return;
            }
            check("avcodec_receive_packet", code);
            try {
                handler.packet(asPacket());
            } finally {
                av_packet_unref(packet);
            }
        }
    }

    private Packet asPacket() {
        boolean key = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
        var data = Native.view(packet);
        return new Packet(0, packet.pts(), packet.dts(), packet.duration(), key, key ? withParameterSets(data) : data);
    }

    private ByteBuffer withParameterSets(ByteBuffer data) {
        if (NalUnits.startsWithParameterSet(data)) {
            return data;
        }
        var whole = ByteBuffer.allocate(parameterSets.length + data.remaining());
        return whole.put(parameterSets).put(data).flip();
    }

    @Override
    public void close() {
        guard.close();
    }
}
