// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.embedded;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.engine.path.MediaPath;
import io.nightjar.engine.path.Paths;
import io.nightjar.packager.plane.PathState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The engine's paths as the house sees them. */
final class PathStates implements Paths.Listener {

    private final Paths paths;
    private final List<Consumer<PathState>> listeners = new CopyOnWriteArrayList<>();

    PathStates(Paths paths) {
        this.paths = paths;
        paths.listen(this);
    }

    void listen(Consumer<PathState> listener) {
        listeners.add(listener);
    }

    List<PathState> all() {
        return paths.all().stream().map(PathStates::of).toList();
    }

    @Override
    public void online(MediaPath path) {
        tell(of(path));
    }

    @Override
    public void offline(MediaPathName id, String reason) {
        tell(PathState.offline(id));
    }

    @Override
    public void readers(MediaPathName id, int count) {
        Optional<PathState> state = paths.find(id).map(PathStates::of);
        state.ifPresent(this::tell);
    }

    private static PathState of(MediaPath path) {
        return new PathState(path.id(), true, path.readers(), path.since());
    }

    private void tell(PathState state) {
        listeners.forEach(listener -> listener.accept(state));
    }
}
