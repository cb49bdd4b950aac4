// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.live;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.event.PtzStatus;
import io.nightjar.contracts.event.Topic;
import io.nightjar.gateway.registry.Registry;
import io.nightjar.gateway.registry.RegistrySnapshot;
import io.nightjar.kit.Events;
import io.nightjar.kit.From;
import io.nightjar.kit.Listener;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was said last of each head. An owner that lost a camera to another is not listened to any more. */
@Startup
@Singleton
public class HeadStates implements Listener<PtzStatus> {
    /** An owner is not asked directly on the strength of older news than this. */
    private static final Duration OWNER_HOLDS = Duration.ofMinutes(1);

    /** Hears of each change, on whatever thread it comes. */
    public interface Watcher {
        void changed(HeadView head);

        /** There is no such head any more. */
        void gone(CameraId camera);
    }

    private record Heard(PtzStatus status, Instant received) {}

    private final Clock clock;
    private final Instant started;
    private final Map<CameraId, Heard> heads = new ConcurrentHashMap<>();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

    @Inject
    HeadStates(Registry registry, Events events, Clock clock) {
        this(clock);
        registry.listen(this::registryChanged);
        events.follow(Topic.PTZ, From.START, this);
    }

    HeadStates(Clock clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    public Optional<HeadView> of(CameraId camera) {
        return Optional.ofNullable(heads.get(camera)).map(heard -> HeadView.of(heard.status()));
    }

    /** The base URL of the process that moves it, if that is recent news. */
    public Optional<String> owner(CameraId camera) {
        return Optional.ofNullable(heads.get(camera)).filter(this::isRecent).map(heard -> heard.status()
                .owner());
    }

    /** All processes that are known to move heads. */
    public Stream<String> owners() {
        return heads.values().stream()
                .filter(this::isRecent)
                .map(heard -> heard.status().owner())
                .distinct();
    }

    @Override
    public void onEvent(String key, PtzStatus status) {
        var now = clock.instant();
        var received = status.at().isBefore(started) ? status.at() : now;
        var heard = new Heard(status, received);
        var before = new Heard[1];
        var kept = heads.merge(status.camera(), heard, (known, fresh) -> {
            before[0] = known;
            return known.status().epoch() > status.epoch() ? known : fresh;
        });
        if (heard.equals(kept) && isNews(before[0], status)) {
            var view = HeadView.of(status);
            watchers.forEach(watcher -> watcher.changed(view));
        }
    }

    @Override
    public void onDeleted(String key) {
        if (CameraId.isValid(key)) {
            forget(CameraId.of(key));
        }
    }

    /** Its owner says so too, if there is one. */
    void registryChanged(RegistrySnapshot before, RegistrySnapshot after) {
        before.cameras().keySet().stream()
                .filter(camera -> after.find(camera)
                        .filter(now -> now.can(Capability.PTZ))
                        .isEmpty())
                .forEach(this::forget);
    }

    private void forget(CameraId camera) {
        if (heads.remove(camera) != null) {
            watchers.forEach(watcher -> watcher.gone(camera));
        }
    }

    private static boolean isNews(@Nullable Heard before, PtzStatus status) {
        return before == null || !HeadView.of(before.status()).saysTheSameAs(HeadView.of(status));
    }

    private boolean isRecent(Heard heard) {
        return heard.received().plus(OWNER_HOLDS).isAfter(clock.instant());
    }
}
