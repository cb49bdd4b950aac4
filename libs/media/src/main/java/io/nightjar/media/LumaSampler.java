// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.check;
import static io.nightjar.media.Libav.notNull;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/** Looks at a few thousand points of a picture. Cheap enough to do for every camera. */
final class LumaSampler {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;

    private final SwsContext scaler;
    private final AVFrame small;
    private byte[] before = new byte[0];

    LumaSampler(Resources resources) {
        scaler = notNull("sws_alloc_context", sws_alloc_context());
        resources.own(scaler, () -> sws_free_context(scaler));
        // Points, not averages: averaging would hide the noise by which a live picture differs from a frozen one.
        scaler.flags(SWS_POINT);
        small = Native.frame(resources, AV_PIX_FMT_GRAY8, WIDTH, HEIGHT);
        small.color_range(AVCOL_RANGE_JPEG);
    }

    PictureStats look(AVFrame picture, long ptsMicros) {
        check("sws_scale_frame", sws_scale_frame(scaler, small, picture));
        var now = points();
        double sum = 0;
        double squares = 0;
        double change = 0;
        for (int i = 0; i < now.length; i++) {
            int value = now[i] & 0xff;
            sum += value;
            squares += value * value;
            change += before.length == 0 ? 0 : Math.abs(value - (before[i] & 0xff));
        }
        double mean = sum / now.length;
        double deviation = Math.sqrt(Math.max(0, squares / now.length - mean * mean));
        double difference = before.length == 0 ? -1 : change / now.length;
        before = now;
        return new PictureStats(ptsMicros, mean, deviation, difference);
    }

    private byte[] points() {
        var points = new byte[WIDTH * HEIGHT];
        var plane = small.data(0);
        int stride = small.linesize(0);
        for (int row = 0; row < HEIGHT; row++) {
            plane.position((long) row * stride).get(points, row * WIDTH, WIDTH);
        }
        return points;
    }
}
