// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.live;

import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.event.StreamPath;
import io.nightjar.contracts.event.StreamTransition;
import io.nightjar.contracts.event.Topic;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.gateway.GatewayConfig;
import io.nightjar.kit.Events;
import io.nightjar.kit.From;
import io.nightjar.kit.Listener;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What ingest and packager said last about each stream, and whether that is still worth believing. */
@Startup
@Singleton
public class LiveState {
    private static final Duration TICK = Duration.ofSeconds(1);

    /** @param received by this gateway's clock; a record from before its start keeps its own, older time */
    public record Heard(StreamHealth health, Instant received) {}

    /** Hears of changes, on whatever thread they come. */
    public interface Watcher {
        /** What is shown of this stream may have changed. */
        default void streamChanged(StreamId stream) {}

        /** A stream went from one state to another. */
        default void transition(StreamTransition transition) {}
    }

    private final Clock clock;
    private final Duration staleAfter;
    private final Instant started;
    private final Map<StreamId, Heard> health = new ConcurrentHashMap<>();
    private final Map<StreamId, Boolean> believed = new ConcurrentHashMap<>();
    private final Map<StreamId, StreamPath> paths = new ConcurrentHashMap<>();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

    @Inject
    LiveState(GatewayConfig config, Clock clock, Events events, Vertx vertx) {
        this(config.staleAfter(), clock);
        events.follow(Topic.HEALTH, From.START, new HealthListener());
        events.follow(Topic.STREAMS, From.START, new PathListener());
        events.follow(Topic.TRANSITIONS, From.END, (key, event) -> transition(event));
        vertx.setPeriodic(TICK.toMillis(), timer -> vertx.executeBlocking(this::tellStale));
    }

    LiveState(Duration staleAfter, Clock clock) {
        this.staleAfter = staleAfter;
        this.clock = clock;
        this.started = clock.instant();
    }

    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    /** The newest word about a stream, however old. */
    public Optional<Heard> heard(StreamId stream) {
        return Optional.ofNullable(health.get(stream));
    }

    /** The newest word about a stream, if it is recent. */
    public Optional<StreamHealth> fresh(StreamId stream) {
        return heard(stream).filter(this::isFresh).map(Heard::health);
    }

    public boolean isFresh(Heard heard) {
        return heard.received().plus(staleAfter).isAfter(clock.instant());
    }

    public Optional<StreamPath> path(StreamId stream) {
        return Optional.ofNullable(paths.get(stream));
    }

    public Collection<Heard> all() {
        return List.copyOf(health.values());
    }

    /** Takes a report, whichever way it came; an older one than what is known changes nothing. */
    public void report(StreamHealth event) {
        var now = clock.instant();
        var received = event.at().isBefore(started) ? event.at() : now;
        var heard = new Heard(event, received);
        var kept = health.merge(
                event.stream(), heard, (known, fresh) -> known.health().at().isAfter(event.at()) ? known : fresh);
        if (heard.equals(kept)) {
            believed.put(event.stream(), isFresh(heard));
            streamChanged(event.stream());
        }
    }

    Boolean tellStale() {
        health.forEach((stream, heard) -> {
            boolean fresh = isFresh(heard);
            if (!Boolean.valueOf(fresh).equals(believed.put(stream, fresh))) {
                streamChanged(stream);
            }
        });
        return true;
    }

    private void transition(StreamTransition event) {
        watchers.forEach(watcher -> watcher.transition(event));
    }

    private void streamChanged(StreamId stream) {
        watchers.forEach(watcher -> watcher.streamChanged(stream));
    }

    private final class HealthListener implements Listener<StreamHealth> {
        @Override
        public void onEvent(String key, StreamHealth event) {
            report(event);
        }

        @Override
        public void onDeleted(String key) {
            StreamId.parse(key)
                    .filter(stream -> health.remove(stream) != null)
                    .ifPresent(LiveState.this::streamChanged);
        }
    }

    private final class PathListener implements Listener<StreamPath> {
        @Override
        public void onEvent(String key, StreamPath event) {
            var before = paths.put(event.stream(), event);
            if (before == null || before.readers() != event.readers() || before.online() != event.online()) {
                streamChanged(event.stream());
            }
        }

        @Override
        public void onDeleted(String key) {
            StreamId.parse(key).filter(stream -> paths.remove(stream) != null).ifPresent(LiveState.this::streamChanged);
        }
    }
}
