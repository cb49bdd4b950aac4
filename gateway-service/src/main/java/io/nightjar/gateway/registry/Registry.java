// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.gateway.GatewayConfig;
import io.nightjar.kit.Home;
import io.nightjar.kit.Problem;
import io.nightjar.kit.secrets.Secrets;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The truth about which cameras there are. Changes are on disk before anybody hears of them. */
@Startup
@Singleton
public class Registry {
    private final OperatorFiles operatorFiles;
    private final ApiCameraFiles apiFiles;
    private final StreamSwitches switches;
    private final CameraSecrets stored;
    private final Secrets secrets;
    private final FileStamps stamps = new FileStamps();
    private final RegistryJournal journal = new RegistryJournal();
    private final List<RegistryListener> listeners = new CopyOnWriteArrayList<>();
    private volatile RegistrySnapshot snapshot = RegistrySnapshot.EMPTY;
    private String secretsRevision = "";

    @Inject
    Registry(Home home, GatewayConfig config, Secrets secrets, Vertx vertx) {
        this(
                home,
                config.camerasFiles().orElse(List.of()).stream().map(Path::of).toList(),
                secrets);
        vertx.setPeriodic(config.watchInterval().toMillis(), timer -> vertx.executeBlocking(this::reloadIfChanged));
    }

    Registry(Home home, List<Path> operatorFiles, Secrets secrets) {
        this.operatorFiles = new OperatorFiles(operatorFiles);
        this.apiFiles = new ApiCameraFiles(home.config().resolve("cameras.d"));
        this.switches = new StreamSwitches(home);
        this.stored = new CameraSecrets(home);
        this.secrets = secrets;
        reloadIfChanged();
    }

    public RegistrySnapshot snapshot() {
        return snapshot;
    }

    public Optional<CameraSpec> find(CameraId id) {
        return snapshot.find(id);
    }

    /** Hears of later changes; what is there now is told at once, as a change from nothing. */
    public synchronized void listen(RegistryListener listener) {
        listeners.add(listener);
        listener.changed(RegistrySnapshot.EMPTY, snapshot);
    }

    /** Adds a camera of the API. */
    public void create(CameraSpec camera, Optional<Credentials> credentials) {
        change((files, held) -> {
            snapshot.sameIgnoringCase(camera.id()).ifPresent(other -> {
                throw Problem.of(
                                Problem.Kind.CONFLICT,
                                "There is a camera with the id \"" + other.id() + "\" already; choose another id.")
                        .withFields(Map.of("id", "is taken"));
            });
            // What an earlier camera of this id left behind is not for this one.
            switches.forget(camera.id());
            files.write(camera.withCredentialRef(held.replace(CredentialRefs.of(camera.id()), credentials)));
        });
    }

    /** Replaces a camera of the API. */
    public void update(CameraSpec camera, CredentialsChange credentials) {
        change((files, held) -> {
            var before = requireOwned(camera.id());
            switches.forget(camera.id());
            var reference = held.change(CredentialRefs.of(camera.id()), before.credentialRef(), credentials);
            files.write(camera.withCredentialRef(reference));
        });
    }

    /** What {@link #update} would keep of a camera's credentials; nothing is changed. */
    public Optional<Credentials> after(CameraSpec stored, CredentialsChange credentials) {
        return this.stored.after(stored.credentialRef(), credentials);
    }

    public void delete(CameraId id) {
        change((files, held) -> {
            requireOwned(id);
            files.delete(id);
            switches.forget(id);
            held.replace(CredentialRefs.of(id), Optional.empty());
        });
    }

    /** Sets what is wanted of a stream; works for cameras of every origin. */
    public void enable(StreamId stream, boolean enabled) {
        change((files, held) -> switches.set(stream, enabled));
    }

    /** A change of what the API owns. */
    interface Change {
        void apply(ApiCameraFiles files, CameraSecrets held);
    }

    /** Makes one change at a time; everybody hears of it before this returns. */
    synchronized void change(Change change) {
        change.apply(apiFiles, stored);
        reload();
    }

    private CameraSpec requireOwned(CameraId id) {
        var camera = find(id).orElseThrow(() -> Problem.notFound("There is no camera \"" + id + "\"."));
        if (camera.origin() == Origin.FILE) {
            throw Problem.of(
                            Problem.Kind.CONFLICT,
                            "Camera \"" + id + "\" is defined in a cameras file and cannot be changed here.")
                    .withHint("Change it in the file; the change is noticed by itself.");
        }
        return camera;
    }

    synchronized Boolean reloadIfChanged() {
        var watched = new ArrayList<>(operatorFiles.watched());
        watched.addAll(apiFiles.files());
        boolean otherSecrets = !secrets.revision().equals(secretsRevision);
        if (stamps.changed(watched) || otherSecrets) {
            reload();
        }
        return true;
    }

    private void reload() {
        var merge = new RegistryMerge(switches);
        var operators = operatorFiles.read();
        operators.forEach(file -> merge.add(file, Origin.FILE));
        apiFiles.files().forEach(path -> merge.add(apiFiles.read(path), Origin.API));
        stored.keep(operators);
        secretsRevision = secrets.revision();
        var before = snapshot;
        var merged = merge.result();
        var now = merged.withProblems(missingSecrets(merged));
        snapshot = now;
        journal.changed(before, now);
        if (!before.equals(now)) {
            listeners.forEach(listener -> listener.changed(before, now));
        }
    }

    /** Said when the files are read: a camera that lacks its user would only fail later, again and again. */
    private List<String> missingSecrets(RegistrySnapshot registry) {
        var ofDevices = registry.devices().values().stream().flatMap(device -> secrets.missing(device).stream());
        var ofCameras = registry.cameras().values().stream()
                .flatMap(camera -> secrets.missing(camera, registry.deviceOf(camera)).stream());
        return Stream.concat(ofDevices, ofCameras).toList();
    }
}
