// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.check;
import static io.nightjar.media.Libav.notNull;
import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Encodes 20 ms of sound at a time as Opus. */
final class OpusEncoder {

    static final int RATE = 48_000;
    static final int SAMPLES = RATE / 50;
    private static final long FRAME_MICROS = 20_000;
    private static final int BITS_PER_CHANNEL = 32_000;
    private static final String NAME = "libopus";
    private static final KnownOption APPLICATION = new KnownOption(KnownOption.Owner.ENCODER, NAME, "application");
    private static final KnownOption DURATION = new KnownOption(KnownOption.Owner.ENCODER, NAME, "frame_duration");

    private final AVCodecContext context;
    private final AVPacket packet;

    OpusEncoder(int channels, Resources resources) {
        KnownOption.verify(List.of(APPLICATION, DURATION));
        var codec = notNull(NAME, avcodec_find_encoder_by_name(NAME));
        context = notNull("avcodec_alloc_context3", avcodec_alloc_context3(codec));
        resources.own(context, () -> avcodec_free_context(context));
        context.sample_rate(RATE);
        context.sample_fmt(AV_SAMPLE_FMT_FLT);
        context.time_base().num(1).den(RATE);
        context.bit_rate((long) channels * BITS_PER_CHANNEL);
        context.compression_level(5);
        context.thread_count(1);
        av_channel_layout_default(context.ch_layout(), channels);
        try (var options = new Options().with(APPLICATION, "audio").with(DURATION, "20")) {
            check("avcodec_open2", avcodec_open2(context, codec, options.dictionary()));
        }
        packet = Native.packet(resources);
    }

    /** The Opus header, as MP4 wants it. */
    byte[] header() {
        return Native.extradata(context);
    }

    void encode(AVFrame sound, long ptsMicros, int track, PacketHandler handler) {
        sound.pts(Ticks.fromMicros(ptsMicros, 1, RATE));
        check("avcodec_send_frame", avcodec_send_frame(context, sound));
        while (true) {
            int code = avcodec_receive_packet(context, packet);
            if (code == Native.AGAIN || code == AVERROR_EOF) {
                return;
            }
            check("avcodec_receive_packet", code);
            try {
                handler.packet(new Packet(track, ptsMicros, ptsMicros, FRAME_MICROS, true, Native.view(packet)));
            } finally {
                av_packet_unref(packet);
            }
        }
    }
}
