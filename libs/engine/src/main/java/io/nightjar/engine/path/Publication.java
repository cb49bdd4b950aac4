// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.path;

import java.util.List;
import java.util.function.Consumer;

/** A publisher's hold on its path. Closing it takes the stream offline. */
public final class Publication {

    private final MediaPath path;
    private final Consumer<String> end;

    Publication(MediaPath path, Consumer<String> end) {
        this.path = path;
        this.end = end;
    }

    public MediaPath path() {
        return path;
    }

    /** Parameter sets changed in mid stream, or became known; the next video unit must be a key unit. */
    public void format(List<Track> tracks) {
        path.replaceTracks(tracks);
    }

    public void unit(Unit unit) {
        path.publish(unit);
    }

    /** Called once when the path ends, also when somebody else ended it; with the reason, on whatever thread did it. */
    public void whenClosed(Consumer<String> listener) {
        path.whenClosed(listener);
    }

    public void close(String reason) {
        end.accept(reason);
    }
}
