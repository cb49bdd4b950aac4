// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.check;
import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.media.TrackFormat.Kind;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** Opens decoders that hold no more back than the order of the pictures demands. */
final class Decoders {

    private static final int LARGE = 1920 * 1080;

    private Decoders() {}

    static AVCodecContext open(TrackFormat format, Resources resources) {
        var codec = avcodec_find_decoder(format.codec().id());
        if (Native.missing(codec)) {
            throw new MediaException("open", "no decoder for " + format.codec().wire(), ErrorKind.CODEC);
        }
        var context = Libav.notNull("avcodec_alloc_context3", avcodec_alloc_context3(codec));
        resources.own(context, () -> avcodec_free_context(context));
        parameters(context, format);
        context.pkt_timebase().num(1).den(1_000_000);
        // Threads that share one picture cost no time; threads that take a picture each delay every one of them.
        context.thread_type(AVCodecContext.FF_THREAD_SLICE);
        context.thread_count(format.width() * format.height() > LARGE ? 2 : 1);
        if (format.video() && !format.bFrames()) {
            context.flags(context.flags() | AV_CODEC_FLAG_LOW_DELAY);
        }
        check("avcodec_open2", avcodec_open2(context, codec, (AVDictionary) null));
        return context;
    }

    private static void parameters(AVCodecContext context, TrackFormat format) {
        var parameters = Libav.notNull("avcodec_parameters_alloc", avcodec_parameters_alloc());
        try {
            parameters.codec_type(format.kind() == Kind.VIDEO ? AVMEDIA_TYPE_VIDEO : AVMEDIA_TYPE_AUDIO);
            parameters.codec_id(format.codec().id());
            fill(parameters, format);
            Native.setExtradata(parameters, format.extradata());
            check("avcodec_parameters_to_context", avcodec_parameters_to_context(context, parameters));
        } finally {
            avcodec_parameters_free(parameters);
        }
    }

    private static void fill(AVCodecParameters parameters, TrackFormat format) {
        if (format.video()) {
            parameters.width(format.width());
            parameters.height(format.height());
            if (format.codec() == Codec.RAW) {
                parameters.format(av_get_pix_fmt(format.profile()));
            }
        } else {
            parameters.sample_rate(format.sampleRate());
            av_channel_layout_default(parameters.ch_layout(), Math.max(1, format.channels()));
        }
    }
}
