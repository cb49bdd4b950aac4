// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.media.I420;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.head.View;
import io.nightjar.simulators.picture.Canvas;
import io.nightjar.simulators.picture.Excerpt;
import io.nightjar.simulators.picture.Window;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The part of a scene that a head looks at: a quarter of it at the widest, so it can turn by half a picture each way. While
 * it turns or zooms, the part is copied from a large picture of all; once it rests, it is painted as sharp as it gets.
 */
final class TurningBackdrop implements Backdrop {

    private static final double WIDEST = 2;

    /** Zoomed in all the way, everything is so many times larger than at the widest. */
    private static final double LONGEST_LENS = 4;

    private final Scene scene;
    private final Head head;
    private final I420 resting;
    private final CompletableFuture<I420> everything;
    private @Nullable Window last;
    private @Nullable Window painted;

    TurningBackdrop(Scene scene, Head head, int width, int height) {
        this.scene = scene;
        this.head = head;
        this.resting = new I420(width, height);
        // In the background, since the first picture should not wait for what it does not need.
        this.everything = CompletableFuture.supplyAsync(() -> paintAll(scene, width, height));
    }

    private static I420 paintAll(Scene scene, int width, int height) {
        var all = new I420((int) (width * WIDEST), (int) (height * WIDEST));
        scene.paintBackdrop(new Canvas(all, Window.whole(all)));
        return all;
    }

    /** Up is towards the upper edge, where scene units begin. */
    static Window window(View view, I420 picture) {
        return Window.around(
                Canvas.WIDTH * (0.5 + view.pan() * (0.5 - 0.5 / WIDEST)),
                Canvas.HEIGHT * (0.5 - view.tilt() * (0.5 - 0.5 / WIDEST)),
                WIDEST * Math.pow(LONGEST_LENS, view.zoom()),
                picture);
    }

    @Override
    public Window cover(I420 picture) {
        var view = head.view();
        var now = window(view, picture);
        boolean rests = last == null || now.equals(last);
        last = now;
        if (view.zoom() == 0 && everything.isDone()) {
            copyPart(picture, now);
        } else if (rests) {
            if (!now.equals(painted)) {
                scene.paintBackdrop(new Canvas(resting, now));
                painted = now;
            }
            System.arraycopy(resting.bytes(), 0, picture.bytes(), 0, picture.bytes().length);
        } else {
            copyPart(picture, now);
        }
        return now;
    }

    private void copyPart(I420 picture, Window part) {
        var all = everything.join();
        Excerpt.copy(all, Window.whole(all), picture, part);
    }
}
