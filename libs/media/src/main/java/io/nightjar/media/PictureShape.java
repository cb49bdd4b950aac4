// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.bytedeco.ffmpeg.global.avutil.*;

import io.nightjar.contracts.camera.Video;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Size and colours of pictures, without their content.
 *
 * @param pixelWidth to pixelHeight, as one pixel is wide to high: not the same with analogue cameras
 */
record PictureShape(int width, int height, int pixelWidth, int pixelHeight, int matrix, int primaries, int transfer) {

    private static final int SMALLEST = 16;

    static PictureShape of(AVFrame frame) {
        var pixel = frame.sample_aspect_ratio();
        boolean said = pixel.num() > 0 && pixel.den() > 0;
        return new PictureShape(
                frame.width(),
                frame.height(),
                said ? pixel.num() : 1,
                said ? pixel.den() : 1,
                frame.colorspace(),
                frame.color_primaries(),
                frame.color_trc());
    }

    /** What pictures will probably be, before the first is there. */
    static PictureShape of(TrackFormat format) {
        int matrix = format.codec() == Codec.MJPEG ? AVCOL_SPC_BT470BG : AVCOL_SPC_UNSPECIFIED;
        return new PictureShape(
                format.width(), format.height(), 1, 1, matrix, AVCOL_PRI_UNSPECIFIED, AVCOL_TRC_UNSPECIFIED);
    }

    /**
     * What such pictures become: not larger than asked for and than they are, in their own proportions, with even sides, as
     * video that every player takes.
     */
    PictureShape encoded(Video.Encode wish) {
        boolean asked = wish.width() != null || wish.height() != null;
        boolean oblong = asked && pixelWidth != pixelHeight;
        double wide = oblong ? (double) width * pixelWidth / pixelHeight : width;
        double factor = Math.min(1, Math.min(factor(wish.width(), wide), factor(wish.height(), height)));
        boolean rgb = matrix == AVCOL_SPC_RGB;
        return new PictureShape(
                even(wide * factor),
                even(height * factor),
                oblong ? 1 : pixelWidth,
                oblong ? 1 : pixelHeight,
                rgb ? AVCOL_SPC_SMPTE170M : matrix,
                primaries,
                transfer);
    }

    boolean sameSize(PictureShape other) {
        return width == other.width && height == other.height;
    }

    private static double factor(@Nullable Integer wanted, double there) {
        return wanted == null ? 1 : wanted / there;
    }

    private static int even(double side) {
        // A hair above, so that 360.00000001 does not become 358 when it is 359.9999999.
        return Math.max(SMALLEST, (int) (side + 1e-6) & ~1);
    }
}
