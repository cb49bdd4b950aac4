// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import com.fasterxml.jackson.core.type.TypeReference;
import io.nightjar.contracts.camera.CameraCatalogue;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.event.CameraEntry;
import io.nightjar.contracts.event.Topic;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The cameras and devices of the registry as this process knows them; remembered on disk for a start without Kafka. */
public final class CameraDirectory implements CameraCatalogue, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(CameraDirectory.class);

    private final Events events;
    private final StateFile<Map<String, CameraEntry>> file;
    private final ConcurrentSkipListMap<String, CameraEntry> entries = new ConcurrentSkipListMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean caughtUp;
    private @Nullable Subscription subscription;

    /** @param folder where this process keeps its state */
    public CameraDirectory(Events events, Path folder) {
        this.events = events;
        this.file = new StateFile<>(folder.resolve("cameras.json"), new TypeReference<>() {});
    }

    /** Begins with what is on disk, then follows the registry. */
    public synchronized void start() {
        if (subscription != null) {
            return;
        }
        file.read().ifPresent(entries::putAll);
        LOG.infof("Cameras remembered from the last run cameras=%d", all().size());
        subscription = events.follow(Topic.CAMERAS, From.START, new Registry());
    }

    @Override
    public List<CameraSpec> all() {
        return entries.values().stream()
                .map(CameraEntry::camera)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public Optional<CameraSpec> find(CameraId id) {
        return Optional.ofNullable(entries.get(id.value())).map(CameraEntry::camera);
    }

    /** The camera of that name; fails as a caller should hear it. */
    public CameraSpec get(String id) {
        return Optional.of(id)
                .filter(CameraId::isValid)
                .flatMap(valid -> find(CameraId.of(valid)))
                .orElseThrow(() -> Problem.notFound("There is no camera with this id."));
    }

    public List<DeviceSpec> devices() {
        return entries.values().stream()
                .map(CameraEntry::device)
                .filter(Objects::nonNull)
                .toList();
    }

    public Optional<DeviceSpec> findDevice(DeviceId id) {
        return devices().stream().filter(device -> device.id().equals(id)).findFirst();
    }

    /** Whether the registry has been heard since this process started; until then this is what the last run knew. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    /**
     * Called after every change, and once when the registry has been heard; on the follower's thread. What is known
     * already is not told again: read {@link #all()} after this.
     */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public synchronized void close() {
        if (subscription != null) {
            subscription.close();
        }
    }

    private void changed() {
        if (!caughtUp) {
            return;
        }
        try {
            file.write(new TreeMap<>(entries));
        } catch (UncheckedIOException failure) {
            LOG.warnf("Cameras cannot be remembered for a start without Kafka cause=%s", failure.getCause());
        }
        listeners.forEach(Runnable::run);
    }

    private final class Registry implements Listener<CameraEntry> {

        private final Set<String> seen = new HashSet<>();

        @Override
        public void onEvent(String key, CameraEntry entry) {
            seen.add(key);
            if (!entry.equals(entries.put(key, entry))) {
                changed();
            }
        }

        @Override
        public void onDeleted(String key) {
            seen.add(key);
            if (entries.remove(key) != null) {
                changed();
            }
        }

        @Override
        public void onCaughtUp() {
            // A broker without any registry is a new one: gateway is about to write it, nothing was deleted.
            if (!seen.isEmpty()) {
                entries.keySet().retainAll(seen);
            }
            caughtUp = true;
            LOG.infof("Cameras known from the registry cameras=%d", all().size());
            changed();
        }
    }
}
