// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.picture;

import io.nightjar.media.I420;

/**
 * The part of a scene that a picture shows.
 *
 * @param scaleX pixels per scene unit
 * @param left where the picture begins, in pixels from the left edge of the scene
 */
public record Window(double scaleX, double scaleY, double left, double top) {

    /** The whole scene. */
    public static Window whole(I420 picture) {
        return new Window(picture.width() / Canvas.WIDTH, picture.height() / Canvas.HEIGHT, 0, 0);
    }

    /**
     * A part of the scene, which begins at an even pixel, so that colours stay where they are when it moves.
     *
     * @param middleX in scene units
     * @param enlarged how many times larger than in a picture of the whole
     */
    public static Window around(double middleX, double middleY, double enlarged, I420 picture) {
        var whole = whole(picture);
        var scaleX = whole.scaleX * enlarged;
        var scaleY = whole.scaleY * enlarged;
        return new Window(
                scaleX,
                scaleY,
                even(middleX * scaleX - picture.width() / 2.0),
                even(middleY * scaleY - picture.height() / 2.0));
    }

    private static double even(double pixel) {
        return 2.0 * Math.round(pixel / 2);
    }

    /** The pixel of a scene unit. */
    double x(double unit) {
        return unit * scaleX - left;
    }

    double y(double unit) {
        return unit * scaleY - top;
    }

    /** The scene unit of a pixel. */
    public double unitX(double pixel) {
        return (pixel + left) / scaleX;
    }

    public double unitY(double pixel) {
        return (pixel + top) / scaleY;
    }
}
