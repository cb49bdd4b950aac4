// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.live;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.event.StreamTransition;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.registry.Registry;
import io.nightjar.gateway.registry.RegistrySnapshot;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Turns changes of the registry, of streams and of heads into events. */
@Startup
@Singleton
class LiveEvents implements LiveState.Watcher, HeadStates.Watcher {
    private final Registry registry;
    private final CameraViews cameras;
    private final StreamViews streams;
    private final HeadStates heads;
    private final EventLog log;

    LiveEvents(
            Registry registry,
            LiveState state,
            CameraViews cameras,
            StreamViews streams,
            HeadStates heads,
            EventLog log) {
        this.registry = registry;
        this.cameras = cameras;
        this.streams = streams;
        this.heads = heads;
        this.log = log;
        registry.listen(this::registryChanged);
        state.watch(this);
        heads.watch(this);
    }

    @Override
    public void streamChanged(StreamId stream) {
        registry.find(stream.camera()).ifPresent(camera -> streams.of(camera).stream()
                .filter(view -> view.servedBy() == stream.role())
                .forEach(view -> log.publish("stream", camera, Messages.stream(view), null)));
    }

    @Override
    public void transition(StreamTransition transition) {
        registry.find(transition.stream().camera())
                .ifPresent(camera -> log.publish("transition", camera, Messages.transition(transition), null));
    }

    /** An owner may be late to hear that a camera is not asked to move any more. */
    @Override
    public void changed(HeadView head) {
        registry.find(head.camera())
                .filter(camera -> camera.can(Capability.PTZ))
                .ifPresent(camera -> log.publish("ptz", Action.PTZ_READ, camera, Messages.head(head), null));
    }

    @Override
    public void gone(CameraId head) {
        registry.find(head)
                .ifPresent(camera ->
                        log.publish("ptz-removed", Action.PTZ_READ, camera, Messages.headRemoved(head), null));
    }

    private void registryChanged(RegistrySnapshot before, RegistrySnapshot after) {
        before.cameras().values().stream()
                .filter(camera -> after.find(camera.id()).isEmpty())
                .forEach(this::publishRemoved);
        after.cameras().values().stream()
                .filter(camera -> !camera.equals(before.cameras().get(camera.id())))
                .forEach(camera -> changed(before, camera));
    }

    private void changed(RegistrySnapshot before, CameraSpec camera) {
        // To most people a camera that is hidden now is gone; who may still see it hears of it again at once.
        before.find(camera.id())
                .filter(known -> camera.hidden() && !known.hidden())
                .ifPresent(this::publishRemoved);
        log.publish("camera", camera, Messages.camera(cameras.plain(camera)), Messages.camera(cameras.full(camera)));
        streams.of(camera).forEach(view -> log.publish("stream", camera, Messages.stream(view), null));
        heads.of(camera.id()).ifPresent(this::changed);
    }

    private void publishRemoved(CameraSpec camera) {
        CameraId id = camera.id();
        log.publish("camera-removed", camera, Messages.cameraRemoved(id), null);
    }
}
