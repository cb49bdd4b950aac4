// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.device;

import io.nightjar.cameras.AddressPolicy;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Resolver;
import io.nightjar.cameras.eufy.BridgeAddress;
import io.nightjar.cameras.eufy.BridgePatience;
import io.nightjar.cameras.eufy.BridgeState;
import io.nightjar.cameras.eufy.EufyBridge;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.kit.CameraDirectory;
import io.nightjar.kit.Problem;
import io.nightjar.ptz.PtzConfig;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Owns one connection per bridge, however many cameras hang on it. It is made as soon as the device is known, since a bridge
 * takes long to start; a changed device begins a new one, a removed device's is ended. One that fails costs only its cameras.
 */
@Startup
@Singleton
public class Bridges implements BridgeStates {

    /** Signing in asks the vendor's cloud. */
    private static final Duration SIGN_IN = Duration.ofSeconds(14);

    private final CameraDirectory directory;
    private final Resolver resolver;
    private final Map<DeviceId, Held> bridges = new ConcurrentHashMap<>();
    private final List<Consumer<DeviceId>> listeners = new CopyOnWriteArrayList<>();
    private boolean closed;

    @Inject
    Bridges(CameraDirectory directory, PtzConfig config) {
        this.directory = directory;
        var policy = AddressPolicy.allowing(config.allowedAddresses().orElse(List.of()));
        this.resolver = new Resolver(policy, config.lookupTimeout());
        directory.listen(this::follow);
        follow();
    }

    private record Held(DeviceSpec device, EufyBridge bridge) {}

    /** One bridge as people see it; never its account. */
    public record View(DeviceSpec device, BridgeState state, EufyBridge.Figures figures) {}

    @Override
    public Optional<BridgeState> of(DeviceId device) {
        return Optional.ofNullable(bridges.get(device))
                .map(held -> held.bridge().state());
    }

    @Override
    public void listen(Consumer<DeviceId> listener) {
        listeners.add(listener);
    }

    /** Fails with {@link CameraFailure} where there is none. */
    public EufyBridge bridge(DeviceId device) {
        var held = bridges.get(device);
        if (held == null) {
            throw new CameraFailure(
                    ErrorKind.CONFIG,
                    "The camera's device is no Eufy bridge that is known here; add it to the devices.");
        }
        return held.bridge();
    }

    List<View> views() {
        return bridges.values().stream()
                .map(held -> new View(
                        held.device(), held.bridge().state(), held.bridge().figures()))
                .toList();
    }

    View view(DeviceId device) {
        return views().stream()
                .filter(view -> view.device().id().equals(device))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no bridge with this id."));
    }

    View enterCaptcha(DeviceId device, String text) {
        view(device);
        bridge(device).enterCaptcha(text, SIGN_IN);
        return view(device);
    }

    View enterVerifyCode(DeviceId device, String code) {
        view(device);
        bridge(device).enterVerifyCode(code, SIGN_IN);
        return view(device);
    }

    /** Whether it was one; the next connection is made at once. */
    boolean recycle(DeviceId device) {
        var held = bridges.get(device);
        if (held != null) {
            held.bridge().reconnect();
        }
        return held != null;
    }

    void recycleAll() {
        bridges.keySet().forEach(this::recycle);
    }

    private synchronized void follow() {
        if (closed) {
            return;
        }
        var wanted = directory.devices().stream()
                .filter(device -> device.vendor() == Vendor.EUFY)
                .toList();
        for (var held : List.copyOf(bridges.values())) {
            if (!wanted.contains(held.device())) {
                bridges.remove(held.device().id());
                held.bridge().close();
                tell(held.device().id());
            }
        }
        wanted.forEach(device -> bridges.computeIfAbsent(device.id(), id -> new Held(device, start(device))));
    }

    private EufyBridge start(DeviceSpec device) {
        return EufyBridge.start(BridgeAddress.of(device), resolver, BridgePatience.USUAL, state -> tell(device.id()));
    }

    private void tell(DeviceId device) {
        listeners.forEach(listener -> listener.accept(device));
    }

    @PreDestroy
    synchronized void close() {
        closed = true;
        bridges.values().forEach(held -> held.bridge().close());
    }
}
