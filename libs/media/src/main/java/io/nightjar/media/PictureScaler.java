// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.check;
import static io.nightjar.media.Libav.notNull;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/**
 * Brings pictures into the size, pixel format and limited range that an encoder takes; those that are so already pass
 * untouched. Owns its native memory and belongs to one thread.
 */
final class PictureScaler implements AutoCloseable {

    private final Resources resources = new Resources();
    private final SwsContext scaler;
    private final AVFrame target;
    private final PictureShape shape;
    private final int pixelFormat;

    PictureScaler(PictureShape shape, int pixelFormat) {
        this.shape = shape;
        this.pixelFormat = pixelFormat;
        try {
            scaler = notNull("sws_alloc_context", sws_alloc_context());
            resources.own(scaler, () -> sws_free_context(scaler));
            scaler.flags(SWS_BILINEAR);
            target = Native.frame(resources, pixelFormat, shape.width(), shape.height());
            target.color_range(AVCOL_RANGE_MPEG);
            target.colorspace(shape.matrix());
            target.color_primaries(shape.primaries());
            target.color_trc(shape.transfer());
        } catch (RuntimeException failure) {
            resources.close();
            throw failure;
        }
    }

    /** The picture to encode: the given one, or another that is valid until the next call. */
    AVFrame scale(AVFrame picture) {
        if (picture.format() == pixelFormat
                && picture.width() == shape.width()
                && picture.height() == shape.height()
                && picture.color_range() != AVCOL_RANGE_JPEG) {
            return picture;
        }
        check("av_frame_make_writable", av_frame_make_writable(target));
        check("sws_scale_frame", sws_scale_frame(scaler, target, picture));
        return target;
    }

    @Override
    public void close() {
        resources.close();
    }
}
