// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.event.Topic;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.kit.CameraDirectory;
import io.nightjar.kit.Events;
import io.nightjar.kit.From;
import io.nightjar.kit.Listener;
import io.nightjar.kit.MediaTokens;
import io.nightjar.kit.Outbox;
import io.nightjar.packager.demand.Demand;
import io.nightjar.packager.door.MediaRoutes;
import io.nightjar.packager.plane.MediaPlane;
import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Connects the registry, the media plane and the topics when the service starts. */
@Singleton
final class PackagerStart {

    private final PackagerConfig config;
    private final CameraDirectory cameras;
    private final MediaPlane plane;
    private final Demand demand;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;
    private final MediaTokens tokens;
    private Set<StreamId> known = Set.of();

    PackagerStart(
            PackagerConfig config,
            CameraDirectory cameras,
            MediaPlane plane,
            Demand demand,
            Events events,
            Outbox outbox,
            Clock clock,
            MediaTokens tokens) {
        this.config = config;
        this.cameras = cameras;
        this.plane = plane;
        this.demand = demand;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
        this.tokens = tokens;
    }

    void routes(@Observes Router router) {
        new MediaRoutes(plane, demand, tokens).register(router);
    }

    void start(@Observes StartupEvent event) {
        var announcer = new StreamsAnnouncer(plane, outbox, clock, config.shard());
        plane.listen(state -> {
            demand.readers(state.path(), state.readers());
            announcer.announce(state.path().stream());
        });
        cameras.listen(this::registryChanged);
        registryChanged();
        events.follow(Topic.HEALTH, From.START, new Listener<StreamHealth>() {
            @Override
            public void onEvent(String key, StreamHealth health) {
                demand.heard(health);
            }
        });
    }

    /** Streams of cameras that left the registry lose their path, their state and their demand. */
    private synchronized void registryChanged() {
        var now = cameras.all().stream()
                .map(CameraSpec::sources)
                .flatMap(java.util.List::stream)
                .collect(Collectors.toSet());
        plane.streams(now);
        var gone = new HashSet<>(known);
        gone.removeAll(now);
        gone.forEach(stream -> {
            demand.gone(stream);
            outbox.delete(Topic.STREAMS, stream.toString());
        });
        known = now;
    }
}
