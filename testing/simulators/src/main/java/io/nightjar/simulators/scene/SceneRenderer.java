// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.media.I420;
import io.nightjar.simulators.ClockStrip;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.picture.Canvas;
import io.nightjar.simulators.picture.Letters;
import io.nightjar.simulators.picture.Window;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns a scene into pictures of one size, each with a readable label and a clock strip. Used by one thread. */
public final class SceneRenderer {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final double MARGIN = 8;
    private static final double LETTER = 10;

    private final Scene scene;
    private final String label;
    private final Clock clock;
    private final Backdrop backdrop;
    private final I420 picture;
    private final Canvas canvas;
    private final Canvas fixed;

    public SceneRenderer(Scene scene, String name, int width, int height, Clock clock) {
        this(scene, name, width, height, clock, null);
    }

    /** @param head whose view the pictures follow, while label and strip stay where they are; null shows the whole scene */
    public SceneRenderer(Scene scene, String name, int width, int height, Clock clock, @Nullable Head head) {
        this.scene = scene;
        this.label = name.toUpperCase(Locale.ROOT);
        this.clock = clock;
        this.backdrop =
                head == null ? Backdrop.fixed(scene, width, height) : new TurningBackdrop(scene, head, width, height);
        this.picture = new I420(width, height);
        this.canvas = new Canvas(picture, Window.whole(picture));
        this.fixed = new Canvas(picture, Window.whole(picture));
    }

    /** Paints the scene as it is now. The picture is reused by the next call. */
    public I420 render(long frame) {
        var now = clock.millis();
        canvas.look(backdrop.cover(picture));
        scene.paintLife(canvas, (now % 86_400_000L) / 1000.0);
        var time = TIME.format(clock.instant().atZone(clock.getZone()));
        paintRight(time, 6);
        paintRight(label, 6 + LETTER * 1.9);
        ClockStrip.write(picture, new ClockStrip.Reading(frame, now));
        return picture;
    }

    private void paintRight(String text, double y) {
        Letters.paint(fixed, text, Canvas.WIDTH - MARGIN - Letters.width(text, LETTER), y, LETTER);
    }
}
