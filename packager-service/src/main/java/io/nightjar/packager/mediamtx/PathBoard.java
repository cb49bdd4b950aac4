// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.mediamtx;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.packager.plane.PathState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The last look at all paths: tells listeners what changed and releases those who wait for a path. */
final class PathBoard {

    private final List<Consumer<PathState>> listeners = new CopyOnWriteArrayList<>();
    private Map<MediaPathName, PathState> states = Map.of();
    private final Map<MediaPathName, List<CompletableFuture<Void>>> waiting = new HashMap<>();

    void listen(Consumer<PathState> listener) {
        listeners.add(listener);
    }

    synchronized List<PathState> all() {
        return List.copyOf(states.values());
    }

    void seen(Map<MediaPathName, PathState> now) {
        var changed = new ArrayList<PathState>();
        var released = new ArrayList<CompletableFuture<Void>>();
        synchronized (this) {
            now.values().stream()
                    .filter(state -> !state.equals(states.get(state.path())))
                    .forEach(changed::add);
            states.keySet().stream()
                    .filter(path -> !now.containsKey(path))
                    .map(PathState::offline)
                    .forEach(changed::add);
            states = Map.copyOf(now);
            now.values().stream()
                    .filter(PathState::online)
                    .map(state -> waiting.remove(state.path()))
                    .filter(java.util.Objects::nonNull)
                    .forEach(released::addAll);
        }
        changed.forEach(state -> listeners.forEach(listener -> listener.accept(state)));
        released.forEach(waiter -> waiter.complete(null));
    }

    /** Completes when the stream is online; fails with a TimeoutException when it does not come in time. */
    CompletableFuture<Void> online(MediaPathName path, Duration patience) {
        var result = new CompletableFuture<Void>();
        synchronized (this) {
            var state = states.get(path);
            if (state != null && state.online()) {
                return CompletableFuture.completedFuture(null);
            }
            waiting.computeIfAbsent(path, key -> new ArrayList<>()).add(result);
        }
        return result.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> forget(path, result));
    }

    private synchronized void forget(MediaPathName path, CompletableFuture<Void> waiter) {
        var waiters = waiting.get(path);
        if (waiters != null && waiters.removeIf(other -> other == waiter) && waiters.isEmpty()) {
            waiting.remove(path);
        }
    }
}
