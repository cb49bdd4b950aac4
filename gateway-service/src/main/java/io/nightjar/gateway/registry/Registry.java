// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.file.CamerasFile;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.gateway.GatewayConfig;
import io.nightjar.kit.Home;
import io.nightjar.kit.Problem;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;

/** The truth about which cameras there are. Changes are on disk before anybody hears of them. */
@Startup
@Singleton
public class Registry {
    private static final Logger LOG = Logger.getLogger(Registry.class);

    private final List<OperatorFile> operatorFiles;
    private final ApiCameraFiles apiFiles;
    private final StreamSwitches switches;
    private final CameraSecrets secrets;
    private final FileStamps stamps = new FileStamps();
    private final List<RegistryListener> listeners = new CopyOnWriteArrayList<>();
    private final Set<String> told = new HashSet<>();
    private volatile RegistrySnapshot snapshot = RegistrySnapshot.EMPTY;

    @Inject
    Registry(Home home, GatewayConfig config, Vertx vertx) {
        this(
                home,
                config.camerasFiles().orElse(List.of()).stream().map(Path::of).toList());
        vertx.setPeriodic(config.watchInterval().toMillis(), timer -> vertx.executeBlocking(this::reloadIfChanged));
    }

    Registry(Home home, List<Path> operatorFiles) {
        this.operatorFiles = operatorFiles.stream().map(OperatorFile::new).toList();
        this.apiFiles = new ApiCameraFiles(home.config().resolve("cameras.d"));
        this.switches = new StreamSwitches(home);
        this.secrets = new CameraSecrets(home);
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
    public synchronized void create(CameraSpec camera, Optional<Credentials> credentials) {
        snapshot.sameIgnoringCase(camera.id()).ifPresent(other -> {
            throw Problem.of(
                            Problem.Kind.CONFLICT,
                            "There is a camera with the id \"" + other.id() + "\" already; choose another id.")
                    .withFields(Map.of("id", "is taken"));
        });
        // What an earlier camera of this id left behind is not for this one.
        switches.forget(camera.id());
        secrets.replace(camera.id(), credentials);
        store(camera.withCredentialRef(credentials.isPresent() ? CredentialRefs.of(camera.id()) : null));
        LOG.infof("Camera added camera=%s", camera.id());
    }

    /** Replaces a camera of the API; null keeps the credentials it has, an empty value takes them away. */
    public synchronized void update(CameraSpec camera, CredentialsChange credentials) {
        var before = requireOwned(camera.id());
        switches.forget(camera.id());
        var reference =
                switch (credentials) {
                    case CredentialsChange.Keep keep -> before.credentialRef();
                    case CredentialsChange.Replace replace -> {
                        secrets.replace(camera.id(), replace.by());
                        yield replace.by().isPresent() ? CredentialRefs.of(camera.id()) : null;
                    }
                };
        store(camera.withCredentialRef(reference));
        LOG.infof("Camera changed camera=%s", camera.id());
    }

    public synchronized void delete(CameraId id) {
        requireOwned(id);
        apiFiles.delete(id);
        switches.forget(id);
        reload();
        secrets.replace(id, Optional.empty());
        LOG.infof("Camera removed camera=%s", id);
    }

    /** Sets what is wanted of a stream; works for cameras of every origin. */
    public synchronized void enable(StreamId stream, boolean enabled) {
        switches.set(stream, enabled);
        reload();
        LOG.infof(
                "Stream switched %s camera=%s role=%s",
                enabled ? "on" : "off", stream.camera(), stream.role().wire());
    }

    private void store(CameraSpec camera) {
        apiFiles.write(camera);
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
        var watched =
                new ArrayList<>(operatorFiles.stream().map(OperatorFile::path).toList());
        watched.addAll(apiFiles.files());
        if (stamps.changed(watched)) {
            reload();
        }
        return true;
    }

    private void reload() {
        var merge = new RegistryMerge(switches);
        var credentials = new ArrayList<CamerasFile>();
        for (var operatorFile : operatorFiles) {
            var file = operatorFile.read();
            credentials.add(file);
            merge.add(file);
        }
        apiFiles.files().forEach(path -> merge.add(apiFiles.read(path)));
        secrets.keep(credentials);
        var before = snapshot;
        snapshot = merge.result();
        tellProblems(snapshot.problems());
        if (!before.equals(snapshot)) {
            listeners.forEach(listener -> listener.changed(before, snapshot));
        }
    }

    private void tellProblems(List<String> problems) {
        told.retainAll(problems);
        problems.stream().filter(told::add).forEach(LOG::warn);
    }
}
