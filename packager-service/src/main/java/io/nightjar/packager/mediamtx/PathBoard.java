// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.mediamtx;

import io.nightjar.contracts.stream.StreamId;
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
    private Map<StreamId, PathState> states = Map.of();
    private final Map<StreamId, List<CompletableFuture<Void>>> waiting = new HashMap<>();

    void listen(Consumer<PathState> listener) {
        listeners.add(listener);
    }

    synchronized List<PathState> all() {
        return List.copyOf(states.values());
    }

    void seen(Map<StreamId, PathState> now) {
        var changed = new ArrayList<PathState>();
        var released = new ArrayList<CompletableFuture<Void>>();
        synchronized (this) {
            now.values().stream()
                    .filter(state -> !state.equals(states.get(state.stream())))
                    .forEach(changed::add);
            states.keySet().stream()
                    .filter(stream -> !now.containsKey(stream))
                    .map(PathState::offline)
                    .forEach(changed::add);
            states = Map.copyOf(now);
            now.values().stream()
                    .filter(PathState::online)
                    .map(state -> waiting.remove(state.stream()))
                    .filter(java.util.Objects::nonNull)
                    .forEach(released::addAll);
        }
        changed.forEach(state -> listeners.forEach(listener -> listener.accept(state)));
        released.forEach(waiter -> waiter.complete(null));
    }

    /** Completes when the stream is online; fails with a TimeoutException when it does not come in time. */
    CompletableFuture<Void> online(StreamId stream, Duration patience) {
        var result = new CompletableFuture<Void>();
        synchronized (this) {
            var state = states.get(stream);
            if (state != null && state.online()) {
                return CompletableFuture.completedFuture(null);
            }
            waiting.computeIfAbsent(stream, key -> new ArrayList<>()).add(result);
        }
        return result.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> forget(stream, result));
    }

    private synchronized void forget(StreamId stream, CompletableFuture<Void> waiter) {
        var waiters = waiting.get(stream);
        if (waiters != null && waiters.removeIf(other -> other == waiter) && waiters.isEmpty()) {
            waiting.remove(stream);
        }
    }
}
