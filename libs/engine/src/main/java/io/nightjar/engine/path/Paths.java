// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.path;

import io.nightjar.contracts.stream.MediaPathName;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** All paths of one engine. A stream has one publisher at a time; a second one is refused. */
public final class Paths {

    /** Told about paths on whatever thread changed them; must return at once. */
    public interface Listener {
        void online(MediaPath path);

        void offline(MediaPathName id, String reason);

        void readers(MediaPathName id, int count);
    }

    private final Clock clock;
    private final Map<MediaPathName, MediaPath> paths = new HashMap<>();
    private final Map<MediaPathName, List<CompletableFuture<MediaPath>>> waiting = new HashMap<>();
    private final List<Listener> listeners = new ArrayList<>();

    public Paths(Clock clock) {
        this.clock = clock;
    }

    public synchronized void listen(Listener listener) {
        listeners.add(listener);
    }

    public synchronized Optional<MediaPath> find(MediaPathName id) {
        return Optional.ofNullable(paths.get(id));
    }

    public synchronized List<MediaPath> all() {
        return List.copyOf(paths.values());
    }

    /** Completes with the path as soon as it is online; fails with a TimeoutException when it does not come. */
    public CompletableFuture<MediaPath> await(MediaPathName id, Duration patience) {
        var result = new CompletableFuture<MediaPath>();
        synchronized (this) {
            var path = paths.get(id);
            if (path != null) {
                return CompletableFuture.completedFuture(path);
            }
            waiting.computeIfAbsent(id, key -> new ArrayList<>()).add(result);
        }
        return result.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).whenComplete((path, failure) -> {
            if (failure != null) {
                forget(id, result);
            }
        });
    }

    /** Opens a path for a publisher; empty when the stream already has one. */
    public Optional<Publication> publish(MediaPathName id, List<Track> tracks) {
        MediaPath path;
        List<CompletableFuture<MediaPath>> released;
        List<Listener> told;
        synchronized (this) {
            if (paths.containsKey(id)) {
                return Optional.empty();
            }
            path = new MediaPath(id, tracks, clock.instant(), () -> readersChanged(id));
            paths.put(id, path);
            released = Optional.ofNullable(waiting.remove(id)).orElse(List.of());
            told = List.copyOf(listeners);
        }
        told.forEach(listener -> listener.online(path));
        released.forEach(waiter -> waiter.complete(path));
        return Optional.of(new Publication(path, reason -> close(path, reason)));
    }

    /** Ends a path whoever publishes it; used when a camera is deleted or its publisher is fenced. */
    public void close(MediaPathName id, String reason) {
        find(id).ifPresent(path -> close(path, reason));
    }

    private void close(MediaPath path, String reason) {
        List<Listener> told;
        synchronized (this) {
            if (!paths.remove(path.id(), path)) {
                return;
            }
            told = List.copyOf(listeners);
        }
        path.close(reason);
        told.forEach(listener -> listener.offline(path.id(), reason));
    }

    private void readersChanged(MediaPathName id) {
        List<Listener> told;
        int count;
        synchronized (this) {
            told = List.copyOf(listeners);
            count = Optional.ofNullable(paths.get(id)).map(MediaPath::readers).orElse(0);
        }
        told.forEach(listener -> listener.readers(id, count));
    }

    private synchronized void forget(MediaPathName id, CompletableFuture<MediaPath> waiter) {
        var waiters = waiting.get(id);
        if (waiters != null && waiters.removeIf(one -> one == waiter) && waiters.isEmpty()) {
            waiting.remove(id);
        }
    }
}
