// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import io.nightjar.media.I420;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.scene.Scene;
import io.nightjar.simulators.scene.SceneRenderer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Paints what a camera sees, or what it shows instead when it misbehaves. Used by one thread. */
final class ScenePainter {

    private final String name;
    private final Scene scene;
    private final StreamProfile normal;
    private final Behaviour behaviour;
    private final Clock clock;
    private final @Nullable Head head;
    private StreamProfile profile;
    private long rendered;
    private @Nullable SceneRenderer renderer;
    private @Nullable I420 shown;

    ScenePainter(
            String name, Scene scene, StreamProfile profile, Behaviour behaviour, Clock clock, @Nullable Head head) {
        this.name = name;
        this.scene = scene;
        this.normal = profile;
        this.profile = profile;
        this.behaviour = behaviour;
        this.clock = clock;
        this.head = head;
    }

    StreamProfile profile() {
        return profile;
    }

    /** True when the size has changed. */
    boolean adaptSize() {
        var wanted = behaviour.resized() ? normal.smaller() : normal;
        if (wanted.equals(profile)) {
            return false;
        }
        profile = wanted;
        renderer = null;
        shown = null;
        return true;
    }

    /** The newest picture; valid until the next is painted. */
    I420 shown() {
        var last = shown;
        return last == null ? paint() : last;
    }

    I420 paint() {
        var last = shown;
        if (behaviour.frozen() && last != null) {
            return last;
        }
        var current = renderer().render(rendered++);
        if (behaviour.black()) {
            current.fill(16, 128, 128);
        }
        shown = current;
        return current;
    }

    private SceneRenderer renderer() {
        var current = renderer;
        if (current == null) {
            current = new SceneRenderer(scene, name, profile.width(), profile.height(), clock, head);
            renderer = current;
        }
        return current;
    }
}
