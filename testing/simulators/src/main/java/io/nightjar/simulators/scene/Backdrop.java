// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.media.I420;
import io.nightjar.simulators.picture.Canvas;
import io.nightjar.simulators.picture.Window;

/** Everything of a scene that stands still, ready to be put below what moves. Used by one thread. */
interface Backdrop {

    /** Covers the picture, and tells which part of the scene it shows now. */
    Window cover(I420 picture);

    /** The whole scene, always. */
    static Backdrop fixed(Scene scene, int width, int height) {
        var painted = new I420(width, height);
        var whole = Window.whole(painted);
        scene.paintBackdrop(new Canvas(painted, whole));
        return picture -> {
            System.arraycopy(painted.bytes(), 0, picture.bytes(), 0, picture.bytes().length);
            return whole;
        };
    }
}
