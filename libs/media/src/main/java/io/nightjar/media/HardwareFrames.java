// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.check;
import static io.nightjar.media.Libav.notNull;
import static org.bytedeco.ffmpeg.global.avutil.*;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVHWFramesContext;

/** Pictures in the memory of a device, for encoders that read nothing else. */
final class HardwareFrames {

    private static final int POOL = 4;

    private final AVBufferRef frames;
    private final AVFrame uploaded;

    private HardwareFrames(AVBufferRef frames, AVFrame uploaded) {
        this.frames = frames;
        this.uploaded = uploaded;
    }

    /** Opens the device and makes the encoder read from it. */
    static HardwareFrames open(AVCodecContext encoder, EncoderRecipe recipe, Resources resources) {
        var device = new AVBufferRef(null);
        check(
                "av_hwdevice_ctx_create",
                av_hwdevice_ctx_create(device, recipe.device(), (String) null, (AVDictionary) null, 0));
        resources.own(device, () -> av_buffer_unref(device));
        var frames = notNull("av_hwframe_ctx_alloc", av_hwframe_ctx_alloc(device));
        resources.own(frames, () -> av_buffer_unref(frames));
        var pool = new AVHWFramesContext(frames.data());
        pool.format(AV_PIX_FMT_VAAPI);
        pool.sw_format(recipe.pixelFormat());
        pool.width(encoder.width());
        pool.height(encoder.height());
        pool.initial_pool_size(POOL);
        check("av_hwframe_ctx_init", av_hwframe_ctx_init(frames));
        encoder.pix_fmt(AV_PIX_FMT_VAAPI);
        encoder.hw_frames_ctx(av_buffer_ref(frames));
        return new HardwareFrames(frames, Native.emptyFrame(resources));
    }

    /** The picture in the device's memory, valid until the next call. */
    AVFrame upload(AVFrame picture) {
        av_frame_unref(uploaded);
        check("av_hwframe_get_buffer", av_hwframe_get_buffer(frames, uploaded, 0));
        check("av_hwframe_transfer_data", av_hwframe_transfer_data(uploaded, picture, 0));
        check("av_frame_copy_props", av_frame_copy_props(uploaded, picture));
        return uploaded;
    }
}
