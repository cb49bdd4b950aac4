// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** The sources of this process, kept as the registry wants them. What one of them does touches no other. */
public final class Sources {

    private static final Logger LOG = Logger.getLogger(Sources.class);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final IngestContext context;
    private final Predicate<CameraId> ours;
    private final Map<StreamId, StreamRunner> runners = new ConcurrentSkipListMap<>();
    private Map<StreamId, SourceSpec> wanted = Map.of();
    private Map<CameraId, CameraSpec> cameras = Map.of();
    private boolean closed;

    /** @param ours which cameras this process runs */
    public Sources(IngestContext context, Predicate<CameraId> ours) {
        this.context = context;
        this.ours = ours;
    }

    /** Makes the runners what these cameras need: only what changed is touched. */
    public synchronized void apply(Collection<CameraSpec> registry, Collection<DeviceSpec> devices) {
        if (closed) {
            return;
        }
        var next = new LinkedHashMap<StreamId, SourceSpec>();
        var known = new LinkedHashMap<CameraId, CameraSpec>();
        for (var camera : registry) {
            // A hidden camera is out of service: no session, no retries.
            if (ours.test(camera.id()) && !camera.hidden()) {
                known.put(camera.id(), camera);
                camera.sources()
                        .forEach(stream -> next.put(stream, new SourceSpec(stream, camera, device(camera, devices))));
            }
        }
        wanted.keySet().stream().filter(stream -> !next.containsKey(stream)).forEach(this::remove);
        next.forEach(this::put);
        wanted = next;
        cameras = known;
    }

    /** The runner that carries a role of a camera; roles that name the same source share it. */
    public synchronized Optional<StreamRunner> find(CameraId camera, Role role) {
        return Optional.ofNullable(cameras.get(camera))
                .flatMap(spec -> spec.servedBy(role))
                .map(serving -> runners.get(new StreamId(camera, serving)));
    }

    public List<StreamHealth> health() {
        return runners.values().stream().map(StreamRunner::health).toList();
    }

    public void checkCredentials() {
        runners.values().forEach(StreamRunner::checkCredentials);
    }

    /** Ends all sessions, each on its own, within two seconds. */
    public void close() {
        CompletableFuture<?>[] ends;
        synchronized (this) {
            closed = true;
            ends = runners.values().stream().map(StreamRunner::close).toArray(CompletableFuture[]::new);
            runners.clear();
        }
        try {
            CompletableFuture.allOf(ends).get(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            LOG.warnf("Some sessions did not end in time and are left behind waited=%s", CLOSING);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(StreamId stream, SourceSpec spec) {
        var runner = runners.get(stream);
        if (runner == null) {
            runners.put(stream, new StreamRunner(spec, context, () -> other(stream)));
        } else if (!spec.equals(wanted.get(stream))) {
            runner.configure(spec);
        }
    }

    private Optional<StreamRunner> other(StreamId stream) {
        return Optional.ofNullable(
                runners.get(new StreamId(stream.camera(), stream.role().other())));
    }

    private void remove(StreamId stream) {
        var runner = runners.remove(stream);
        if (runner != null) {
            LOG.infof(
                    "Stream is gone camera=%s role=%s",
                    stream.camera(), stream.role().wire());
            var unused = runner.close().whenComplete((done, failure) -> {
                context.memory().forget(stream);
                context.sessions().forget(stream);
                context.contacts().forget(stream.camera());
                context.reporter().gone(stream);
            });
        }
    }

    private static Optional<DeviceSpec> device(CameraSpec camera, Collection<DeviceSpec> devices) {
        return devices.stream()
                .filter(device -> device.id().equals(camera.device()))
                .findFirst();
    }
}
