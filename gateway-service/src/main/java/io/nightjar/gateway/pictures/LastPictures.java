// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.pictures;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.event.StreamTransition;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.contracts.stream.StreamState;
import io.nightjar.gateway.GatewayConfig;
import io.nightjar.gateway.live.LiveState;
import io.nightjar.gateway.registry.Registry;
import io.nightjar.gateway.registry.RegistrySnapshot;
import io.nightjar.kit.Home;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Keeps the last good picture of each camera, so that a dead tile can show what was there and when. */
@Startup
@Singleton
public class LastPictures implements LiveState.Watcher {
    private static final Logger LOG = Logger.getLogger(LastPictures.class);
    private static final int WIDTH = 640;
    private static final int AT_ONCE = 4;

    private final Registry registry;
    private final LiveState state;
    private final Snapshots snapshots;
    private final PictureFolder folder;

    @Inject
    LastPictures(
            Home home, Registry registry, LiveState state, Snapshots snapshots, GatewayConfig config, Vertx vertx) {
        this.registry = registry;
        this.state = state;
        this.snapshots = snapshots;
        this.folder = new PictureFolder(home.state().resolve("pictures"));
        state.watch(this);
        registry.listen(this::forgetRemoved);
        vertx.setPeriodic(config.pictureInterval().toMillis(), timer -> refreshAll());
    }

    /** The last picture, however old. Blocks while it reads. */
    public Optional<Taken> find(CameraId camera) {
        return folder.read(camera);
    }

    /** The moment a camera goes away, ingest still has its newest picture. */
    @Override
    public void transition(StreamTransition transition) {
        if (transition.from() == StreamState.Name.LIVE) {
            keep(transition.stream()).subscribe().with(kept -> {}, this::notKept);
        }
    }

    private void refreshAll() {
        var live = registry.snapshot().cameras().values().stream()
                .flatMap(camera -> liveSource(camera).stream())
                .toList();
        Multi.createFrom()
                .iterable(live)
                .onItem()
                .transformToUni(source -> keep(source)
                        .onFailure()
                        .invoke(this::notKept)
                        .onFailure()
                        .recoverWithNull())
                .merge(AT_ONCE)
                .subscribe()
                .with(kept -> {}, this::notKept);
    }

    private Optional<StreamId> liveSource(CameraSpec camera) {
        return Stream.of(Role.SUB, Role.MAIN)
                .flatMap(role -> camera.servedBy(role).stream())
                .map(role -> new StreamId(camera.id(), role))
                .filter(stream ->
                        state.fresh(stream).map(StreamHealth::state).equals(Optional.of(StreamState.Name.LIVE)))
                .findFirst();
    }

    private Uni<Void> keep(StreamId source) {
        return snapshots
                .now(source, WIDTH)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(picture -> write(source.camera(), picture))
                .replaceWithVoid();
    }

    /** A camera that was removed meanwhile leaves no picture to the next one of its name. */
    private void write(CameraId camera, Taken picture) {
        if (registry.find(camera).isPresent()) {
            folder.write(camera, picture);
        }
    }

    private void notKept(Throwable failure) {
        LOG.debugf("A picture could not be kept: %s", failure.getMessage());
    }

    private void forgetRemoved(RegistrySnapshot before, RegistrySnapshot after) {
        List.copyOf(before.cameras().keySet()).stream()
                .filter(camera -> after.find(camera).isEmpty())
                .forEach(folder::delete);
    }
}
